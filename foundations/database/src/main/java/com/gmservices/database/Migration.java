package com.gmservices.database;

import java.util.List;

/**
 * Contributed as a bean by each module that has tables: its schema, and the schemas that must be there before it.
 * The scripts stand in {@code db/migration/<schema>/} and run as the owner with that schema as the search path.
 */
public record Migration(String schema, List<String> after) {

    public Migration {
        after = List.copyOf(after);
    }

    public static Migration of(String schema, String... after) {
        return new Migration(schema, List.of(after));
    }
}
