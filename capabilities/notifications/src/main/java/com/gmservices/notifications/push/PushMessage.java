package com.gmservices.notifications.push;

import java.net.URI;
import java.util.UUID;

/**
 * A message to one browser.
 *
 * @param key the browser's public key: a point of P-256, uncompressed
 * @param secret what the browser shares with us alone
 * @param content JSON for the service worker
 */
public record PushMessage(UUID id, URI endpoint, byte[] key, byte[] secret, String content) {}
