package com.gmservices.documents;

import java.util.UUID;

/** What a file hangs on: one of the things of an {@link Attachable} kind, such as {@code service-request}. */
public record Subject(String kind, UUID id) {}
