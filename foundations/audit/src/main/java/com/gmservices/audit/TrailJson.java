package com.gmservices.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** A line of the trail for programs. */
@Component
class TrailJson {

    private final JsonMapper json;

    TrailJson(JsonMapper json) {
        this.json = json;
    }

    String of(Line line) {
        Entry entry = line.entry();
        ObjectNode node = json.createObjectNode();
        node.put("id", entry.id().toString()).put("at", entry.at().toString());
        node.put("actor_kind", entry.actorKind().code())
                .put("actor", entry.actor() == null ? null : entry.actor().toString())
                .put("name", line.actor());
        node.put("action", entry.action())
                .put("subject_kind", entry.subjectKind())
                .put("subject", entry.subject());
        node.set("before", values(entry.before()));
        node.set("after", values(entry.after()));
        node.put("address", entry.address()).put("agent", entry.agent()).put("request", entry.request());
        return json.writeValueAsString(node);
    }

    private JsonNode values(@Nullable String text) {
        return text == null ? NullNode.instance : json.readTree(text);
    }
}
