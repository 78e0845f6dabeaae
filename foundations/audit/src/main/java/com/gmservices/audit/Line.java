package com.gmservices.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the trail as it is read: with names, where it is somebody who is known. */
record Line(Entry entry, @Nullable String actor, @Nullable String subject) {

    static Line of(Entry entry, Map<UUID, String> names) {
        return new Line(
                entry,
                entry.actor() == null ? null : names.get(entry.actor()),
                entry.subjectId() == null ? null : names.get(entry.subjectId()));
    }
}
