package com.gmservices.events;

import java.util.SortedSet;

/**
 * An operator has had tried again what could not be told.
 *
 * @param which the publication, or {@code all}
 * @param listeners whom it could not be told
 */
public record TriedAgain(String which, int count, SortedSet<String> listeners) {}
