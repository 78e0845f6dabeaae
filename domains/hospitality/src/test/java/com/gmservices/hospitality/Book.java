package com.gmservices.hospitality;

import com.gmservices.requests.RequestId;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of a house, opened at any page. */
record Book(House house, JdbcClient jdbc, String table) {

    Map<String, @Nullable Object> row(RequestId request) {
        return house.inside(() -> jdbc.sql("select * from hospitality.%s where id = ?".formatted(table))
                .param(request.value())
                .query()
                .singleRow());
    }

    String stage(RequestId request) {
        return String.valueOf(row(request).get("stage"));
    }

    /** {@code null} where nothing is written. */
    String moment(String column, RequestId request) {
        return house.inside(() -> jdbc.sql("select %s from hospitality.%s where id = ?".formatted(column, table))
                .param(request.value())
                .query((row, index) -> written(row.getObject(1, OffsetDateTime.class)))
                .single());
    }

    /** Without naming the tenant, so that only the database's own wall is left. */
    int visibleTo(House reader) {
        return reader.inside(() -> jdbc.sql("select count(*) from hospitality." + table)
                .query((row, index) -> row.getInt(1))
                .single());
    }

    private static String written(@Nullable OffsetDateTime moment) {
        return moment == null ? "null" : moment.toInstant().toString();
    }
}
