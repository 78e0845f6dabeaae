package com.gmservices.audit;

import java.util.Map;

/**
 * What was done, to what: {@code member.changed}, {@code member}, its id. Before and after hold what it is about, never a
 * secret, and addresses and numbers only masked.
 */
public record Act(String action, String subjectKind, String subject, Map<String, ?> before, Map<String, ?> after) {

    public Act {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    public static Act of(String action, String subjectKind, Object subject) {
        return new Act(action, subjectKind, subject.toString(), Map.of(), Map.of());
    }

    public Act from(Map<String, ?> earlier) {
        return new Act(action, subjectKind, subject, earlier, after);
    }

    public Act to(Map<String, ?> later) {
        return new Act(action, subjectKind, subject, before, later);
    }
}
