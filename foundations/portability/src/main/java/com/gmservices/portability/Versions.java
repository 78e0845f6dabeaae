package com.gmservices.portability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How far each module's migrations have come, which the owner's role alone can see. */
@Component
class Versions {

    private final Backstage backstage;

    Versions(Backstage backstage) {
        this.backstage = backstage;
    }

    /** By schema. */
    Map<String, String> of(List<Table> tables) {
        return backstage.change(database -> {
            var versions = new TreeMap<String, String>();
            tables.stream()
                    .map(table -> table.name().substring(0, table.name().indexOf('.')))
                    .distinct()
                    .forEach(schema -> versions.put(
                            schema,
                            database.sql("""
                                    select version from %s.flyway_schema_history where version is not null
                                    order by installed_rank desc limit 1
                                    """.formatted(schema))
                                    .query((row, index) -> row.getString(1))
                                    .single()));
            return versions;
        });
    }
}
