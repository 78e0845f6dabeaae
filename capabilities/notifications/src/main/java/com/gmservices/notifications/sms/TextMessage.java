package com.gmservices.notifications.sms;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A text message as a carrier gets it.
 *
 * @param to E.164
 * @param reports where what becomes of it is told
 */
public record TextMessage(UUID id, String to, String text, Instant writtenAt, URI reports) {}
