package com.gmservices.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of all trails, as {@code action before after}. */
record Lines(JdbcClient platform) {

    /** From old to new. */
    List<String> about(Object subject) {
        return read("subject = ?", subject.toString());
    }

    List<String> at(UUID tenant, String action) {
        return read("tenant_id = ? and action = ?", tenant, action);
    }

    /** Of the platform's own trail, with this in what they say. */
    List<String> ofPlatform(String text) {
        return read("tenant_id = ? and position(? in after) > 0", new UUID(0, 0), text);
    }

    private List<String> read(String which, Object... values) {
        return platform.sql(
                        "select concat_ws(' ', action, actor_kind, before, after) as line from audit.entry where %s order by id"
                                .formatted(which))
                .params(values)
                .query((row, index) -> row.getString("line"))
                .list();
    }
}
