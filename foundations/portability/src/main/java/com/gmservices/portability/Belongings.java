package com.gmservices.portability;

import com.gmservices.portability.Table.Column;
import com.gmservices.portability.Table.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which rows are a person's, worked out of the catalogue: those that name the person, and those that hang on such a row
 * by a foreign key or by an id that a comment explains.
 */
final class Belongings {

    private final Map<String, Table> tables;
    private final Map<String, Optional<String>> known = new HashMap<>();

    Belongings(List<Table> tables) {
        this.tables = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
    }

    /** What rows of the table, which is called {@code t}, fulfil; empty when none is ever anybody's. */
    Optional<String> of(Table table) {
        Optional<String> before = known.get(table.name());
        if (before == null) {
            known.put(table.name(), Optional.empty());
            before = worked(table);
            known.put(table.name(), before);
        }
        return before;
    }

    private Optional<String> worked(Table table) {
        var ways = new ArrayList<String>();
        table.columns().forEach(column -> named(table, column).ifPresent(ways::add));
        table.references().forEach(reference -> hanging(table, reference).ifPresent(ways::add));
        return ways.isEmpty() ? Optional.empty() : Optional.of(mine(table) + "(" + String.join(" or ", ways) + ")");
    }

    private static String mine(Table table) {
        return table.ofTenants() ? "t.tenant_id = :tenant and " : "";
    }

    private Optional<String> named(Table table, Column column) {
        String whose = column.note().whose();
        String value = "t.%s::text".formatted(Table.quoted(column.name()));
        return switch (whose) {
            case null -> Optional.empty();
            case "member" -> Optional.of(value + " = :member::text");
            case "identity" -> Optional.of(value + " = :identity::text");
            case "person" -> Optional.of("%1$s = :member::text or %1$s = :identity::text".formatted(value));
            case "email" -> Optional.of("lower(%s) = any (:emails::text[])".formatted(value));
            default -> hanging(table, new Reference(List.of(column.name()), whose, List.of("id")));
        };
    }

    private Optional<String> hanging(Table table, Reference reference) {
        Table other = tables.get(reference.table());
        if (other == null || other.ofTenants() != table.ofTenants()) {
            return Optional.empty();
        }
        String here = reference.columns().stream()
                .map(name -> "t." + Table.quoted(name))
                .collect(Collectors.joining(", "));
        String there = reference.there().stream()
                .map(name -> "t." + Table.quoted(name))
                .collect(Collectors.joining(", "));
        return of(other)
                .map(condition ->
                        "(%s) in (select %s from %s t where %s)".formatted(here, there, other.name(), condition));
    }
}
