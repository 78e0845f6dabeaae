package com.gmservices.portability;

import com.gmservices.portability.Table.Column;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a person out of every row that is theirs, as the catalogue's comments say. Done twice it is done once. */
@Component
class RowEraser {

    private final Catalogue catalogue;
    private final ObjectProvider<Remnants> remnants;

    RowEraser(Catalogue catalogue, ObjectProvider<Remnants> remnants) {
        this.catalogue = catalogue;
        this.remnants = remnants;
    }

    /** In the caller's transaction; what hangs on a row is reached before the row itself goes. */
    void erase(JdbcClient owner, Person person) {
        if (person.isMember()) {
            remnants.forEach(some -> some.remove(owner, person.tenant(), Objects.requireNonNull(person.member())));
        }
        List<Table> tables = catalogue.tables();
        var belongings = new Belongings(tables);
        tables.reversed().stream()
                .filter(table -> table.ofTenants() == person.isMember())
                .forEach(table -> belongings
                        .of(table)
                        .flatMap(condition -> statement(table, condition))
                        .ifPresent(sql -> person.bind(owner.sql(sql)).update()));
    }

    private static Optional<String> statement(Table table, String condition) {
        if (table.note().rowsGo()) {
            return Optional.of("delete from %s t where %s".formatted(table.name(), condition));
        }
        List<Column> personal = table.columns().stream()
                .filter(column -> column.note().isErased())
                .toList();
        return personal.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "update %s t set %s where %s".formatted(table.name(), values(table, personal), condition));
    }

    /** Whoever has the row before them, to change it, finds that it was changed. */
    private static String values(Table table, List<Column> personal) {
        return Stream.concat(
                        personal.stream()
                                .map(column -> "%s = %s".formatted(Table.quoted(column.name()), value(column))),
                        table.column("revision").map(revision -> "revision = t.revision + 1").stream())
                .collect(Collectors.joining(", "));
    }

    private static String value(Column column) {
        String wanted = column.note().erasedTo();
        if (wanted == null) {
            return column.nullable() ? "null" : "%s::%s".formatted(nothing(column), column.type());
        }
        String literal = "'" + wanted.replace("'", "''") + "'";
        return wanted.contains("{id}")
                ? "replace(%s, '{id}', t.id::text)::%s".formatted(literal, column.type())
                : "%s::%s".formatted(literal, column.type());
    }

    private static String nothing(Column column) {
        return column.type().endsWith("[]") || column.type().startsWith("json") ? "'{}'" : "''";
    }
}
