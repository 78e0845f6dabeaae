package com.gmservices.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the things that a line says of its subject, as people read it. */
record Fact(String name, List<String> values) {

    private static final Set<String> MEANS = Set.of("by", "factor", "provider");

    /** Whether it is by what somebody has shown who they are, for which there are words. */
    boolean tellsMeans() {
        return MEANS.contains(name);
    }

    static List<Fact> of(@Nullable String stored) {
        return stored == null
                ? List.of()
                : JsonMapper.shared().readTree(stored).properties().stream()
                        .map(one -> new Fact(
                                one.getKey(),
                                parts(one.getValue()).map(Fact::text).toList()))
                        .toList();
    }

    private static Stream<JsonNode> parts(JsonNode value) {
        return value.isArray() ? value.values().stream() : Stream.of(value);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
