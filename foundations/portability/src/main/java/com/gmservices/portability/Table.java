package com.gmservices.portability;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as the database's catalogue has it.
 *
 * @param name as {@code schema.table}
 * @param month the column by whose months it is partitioned; null when it is not
 * @param key the columns of its primary key
 */
record Table(
        String name,
        boolean ofTenants,
        @Nullable String month,
        List<Column> columns,
        List<String> key,
        List<Reference> references,
        Note note) {

    /** @param bounded whether a check lets it have a few known values only */
    record Column(String name, String type, boolean nullable, boolean generated, boolean bounded, Note note) {

        boolean holdsText() {
            return type.matches("text.*|character.*|jsonb?|bytea|tsvector|inet|cidr");
        }

        /** Or the database of another installation has to give it out itself. */
        boolean isPortable() {
            return !generated && !type.equals("xid8") && !note.staysHere();
        }
    }

    /** A foreign key. */
    record Reference(List<String> columns, String table, List<String> there) {}

    /** By which its rows are a business's: also of the table in which businesses themselves stand, and of no other. */
    @Nullable
    String tenantColumn() {
        if (ofTenants) {
            return "tenant_id";
        }
        return columns.stream()
                .filter(column -> column.note().isTenant() && key.equals(List.of(column.name())))
                .map(Column::name)
                .findFirst()
                .orElse(null);
    }

    Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** What is written when rows are taken along. */
    String portable() {
        return columns.stream()
                .filter(Column::isPortable)
                .map(Column::name)
                .map(Table::quoted)
                .collect(Collectors.joining(", "));
    }

    String order() {
        return key.isEmpty() ? "ctid" : key.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }

    /** To compare installations by. */
    List<String> form() {
        return columns.stream()
                .filter(Column::isPortable)
                .map(column -> column.name() + " " + column.type())
                .sorted()
                .toList();
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }
}
