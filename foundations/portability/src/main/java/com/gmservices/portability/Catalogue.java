package com.gmservices.portability;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.portability.Table.Column;
import com.gmservices.portability.Table.Reference;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tables there are, read anew each time: what a module has added since is seen without being listed anywhere. */
@Component
class Catalogue {

    private static final String OURS = """
            c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history'
            and not (n.nspname like 'pg\\_%' or n.nspname = 'information_schema')""";

    private final JdbcClient platform;

    Catalogue(@PlatformDatabase JdbcClient platform) {
        this.platform = platform;
    }

    /** What a table refers to stands before it. */
    List<Table> tables() {
        Map<String, List<Column>> columns = columns();
        Map<String, List<Reference>> references = references();
        List<Table> all = platform.sql("""
                select n.nspname || '.' || c.relname as name, (select a.attname::text from pg_partitioned_table p join pg_attribute a on a.attnum = p.partattrs[0]
                        where p.partrelid = c.oid and a.attrelid = c.oid) as month,
                       obj_description(c.oid, 'pg_class') as note,
                       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                               and not a.attisdropped) as of_tenants,
                       (select array_agg(a.attname::text order by k.at)
                        from pg_constraint p, unnest(p.conkey) with ordinality k (number, at)
                        join pg_attribute a on a.attnum = k.number
                        where p.conrelid = c.oid and p.contype = 'p' and a.attrelid = c.oid) as key
                from pg_class c join pg_namespace n on n.oid = c.relnamespace where %s order by 1
                """.formatted(OURS))
                .query((row, index) -> new Table(
                        row.getString("name"),
                        row.getBoolean("of_tenants"),
                        row.getString("month"),
                        columns.getOrDefault(row.getString("name"), List.of()),
                        texts(row, "key"),
                        references.getOrDefault(row.getString("name"), List.of()),
                        Note.of(row.getString("note"))))
                .list();
        return sorted(all);
    }

    /** Of businesses, and the table of businesses itself, that go along with them. */
    List<Table> portable() {
        return tables().stream()
                .filter(table -> table.tenantColumn() != null && !table.note().staysHere())
                .toList();
    }

    private Map<String, List<Column>> columns() {
        return grouped(platform.sql("""
                select n.nspname || '.' || c.relname as of, a.attname, format_type(a.atttypid, null) as type,
                       not a.attnotnull as nullable, a.attgenerated <> '' as generated,
                       col_description(c.oid, a.attnum) as note,
                       exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
                               and k.conkey = array[a.attnum]
                               and (pg_get_constraintdef(k.oid) like '%= ANY (%'
                                    or pg_get_constraintdef(k.oid) ~ '~ ''\\^\\[A-Z\\]\\{[23]\\}\\$''')) as bounded
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where a.attnum > 0 and not a.attisdropped and OURS order by c.oid, a.attnum
                """.replace("OURS", OURS))
                .query((row, index) -> Map.entry(
                        row.getString("of"),
                        new Column(
                                row.getString("attname"),
                                row.getString("type"),
                                row.getBoolean("nullable"),
                                row.getBoolean("generated"),
                                row.getBoolean("bounded"),
                                Note.of(row.getString("note")))))
                .list());
    }

    private Map<String, List<Reference>> references() {
        return grouped(platform.sql("""
                select n.nspname || '.' || c.relname as of, m.nspname || '.' || d.relname as to_table,
                       (select array_agg(a.attname::text order by p.at) from unnest(k.conkey) with ordinality p (number, at)
                        join pg_attribute a on a.attrelid = c.oid and a.attnum = p.number) as here,
                       (select array_agg(a.attname::text order by p.at) from unnest(k.confkey) with ordinality p (number, at)
                        join pg_attribute a on a.attrelid = d.oid and a.attnum = p.number) as there
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
                where k.contype = 'f' and OURS order by k.oid
                """.replace("OURS", OURS))
                .query((row, index) -> Map.entry(
                        row.getString("of"),
                        new Reference(texts(row, "here"), row.getString("to_table"), texts(row, "there"))))
                .list());
    }

    private static <T> Map<String, List<T>> grouped(List<Map.Entry<String, T>> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static List<Table> sorted(List<Table> all) {
        Map<String, Table> byName = all.stream().collect(Collectors.toMap(Table::name, Function.identity()));
        var done = new LinkedHashSet<Table>();
        all.forEach(table -> add(table, byName, done, Set.of()));
        return new ArrayList<>(done);
    }

    private static void add(Table table, Map<String, Table> byName, Set<Table> done, Set<String> above) {
        if (done.contains(table) || above.contains(table.name())) {
            return;
        }
        Set<String> path =
                Stream.concat(above.stream(), Stream.of(table.name())).collect(Collectors.toSet());
        before(table).map(byName::get).filter(other -> other != null).forEach(other -> add(other, byName, done, path));
        done.add(table);
    }

    private static Stream<String> before(Table table) {
        return Stream.concat(
                table.references().stream().map(Reference::table),
                table.columns().stream()
                        .map(column -> column.note().whose())
                        .filter(whose -> whose != null && whose.contains(".")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
