package com.gmservices.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail as it is read: with names, where it is somebody who is known.
 *
 * @param means by what somebody came, proved who they are or was turned away, one after the other
 */
record Line(
        Entry entry,
        @Nullable String actor,
        @Nullable String subject,
        List<String> means,
        List<Fact> before,
        List<Fact> after) {

    static Line of(Entry entry, Map<UUID, String> names) {
        List<Fact> before = Fact.of(entry.before());
        List<Fact> after = Fact.of(entry.after());
        return new Line(
                entry,
                entry.actor() == null ? null : names.get(entry.actor()),
                entry.subjectId() == null ? null : names.get(entry.subjectId()),
                Stream.concat(after.stream(), before.stream())
                        .filter(Fact::tellsMeans)
                        .flatMap(fact -> fact.values().stream())
                        .toList(),
                before.stream().filter(Predicate.not(Fact::tellsMeans)).toList(),
                after.stream().filter(Predicate.not(Fact::tellsMeans)).toList());
    }
}
