package com.gmservices.portability;

import com.gmservices.database.DatabaseLogin;
import com.gmservices.portability.Table.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks for people everywhere, by the catalogue of a database in which every module has its tables. */
public final class Traces {

    private static final List<String> PEOPLE = List.of("customer_id", "member_id", "identity_id", "payer");

    private final Catalogue catalogue;
    private final Dissolution dissolution;
    private final JdbcClient owner;

    public Traces(ApplicationContext context, DatabaseLogin login) {
        this.catalogue = context.getBean(Catalogue.class);
        this.dissolution = context.getBean(Dissolution.class);
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password()));
    }

    /** Columns of which nobody has said whether they hold something personal, and what becomes of it. */
    public List<String> unsaid() {
        return catalogue.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(Traces::hasToSay)
                        .filter(column -> !column.note().isSaid())
                        .map(column -> table.name() + "." + column.name()))
                .toList();
    }

    private static boolean hasToSay(Column column) {
        boolean holdsWords = column.holdsText() && !column.bounded() && !column.generated();
        return holdsWords || PEOPLE.contains(column.name());
    }

    /** Comments that say something that there is not. */
    public List<String> misspelt() {
        List<String> names = catalogue.tables().stream().map(Table::name).toList();
        return catalogue.tables().stream()
                .flatMap(table -> Stream.concat(
                                Stream.of(table.note()),
                                table.columns().stream().map(Column::note))
                        .map(Note::whose)
                        .filter(whose -> whose != null
                                && !List.of("member", "identity", "person", "email")
                                        .contains(whose)
                                && !names.contains(whose))
                        .map(whose -> table.name() + ": whose " + whose))
                .toList();
    }

    /** Puts a word of its own into each personal column of each row of somebody's; which word stands where is the answer. */
    public Map<String, String> plant(UUID tenant, UUID member, @Nullable UUID identity) {
        var planted = new LinkedHashMap<String, String>();
        var person = new Person(tenant, member, identity, List.of());
        List<Table> tables = catalogue.tables();
        var belongings = new Belongings(tables);
        for (Table table : tables) {
            if (!table.ofTenants()) {
                continue;
            }
            for (Column column : table.columns()) {
                String word = "zq%dx%s".formatted(planted.size(), Integer.toHexString(column.hashCode()));
                String value = value(column, word);
                if (column.note().isErased() && value != null && !column.name().startsWith("roles")) {
                    belongings.of(table).ifPresent(condition -> {
                        if (put(table, column, value, condition, person)) {
                            planted.put(word, table.name() + "." + column.name());
                        }
                    });
                }
            }
        }
        return planted;
    }

    private static @Nullable String value(Column column, String word) {
        return switch (column.type()) {
            case "text" -> "'" + word + "'";
            case "text[]" -> "array['" + word + "']";
            case "jsonb" -> "jsonb_build_object('note', '" + word + "')";
            case "bytea" -> "convert_to('" + word + "', 'UTF8')";
            case "tsvector" -> "array_to_tsvector(array['" + word + "'])";
            default -> null;
        };
    }

    /** False where a check or a key lets nothing of the kind in, or there is no such row. */
    private boolean put(Table table, Column column, String value, String condition, Person person) {
        try {
            return person.bind(owner.sql("update %s t set %s = %s where %s"
                                    .formatted(table.name(), Table.quoted(column.name()), value, condition)))
                            .update()
                    > 0;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** In which tables one of the words stands, whatever the column. */
    public List<String> found(Collection<String> words) {
        var found = new ArrayList<String>();
        for (Table table : catalogue.tables()) {
            String bytes = table.columns().stream()
                    .filter(column -> column.type().equals("bytea"))
                    .map(column -> " || coalesce(encode(t.%s, 'escape'), '')".formatted(Table.quoted(column.name())))
                    .collect(Collectors.joining());
            found.addAll(owner.sql("""
                    select distinct '%1$s: ' || planted from %1$s t, unnest(?::text[]) planted
                    where strpos(lower(t::text%2$s), lower(planted)) > 0
                    """.formatted(table.name(), bytes))
                    .param(words.toArray(String[]::new))
                    .query((row, index) -> row.getString(1))
                    .list());
        }
        return found;
    }

    /** Each table that goes along with a business, with its rows; of which business does not show. */
    public Map<String, List<String>> rows(UUID tenant) {
        return catalogue.portable().stream()
                .filter(Table::ofTenants)
                .collect(Collectors.toMap(
                        Table::name, table -> rows(table, tenant), (one, other) -> one, LinkedHashMap::new));
    }

    private List<String> rows(Table table, UUID tenant) {
        String columns = table.columns().stream()
                .filter(Column::isPortable)
                .map(Column::name)
                .filter(name -> !name.equals("tenant_id"))
                .map(Table::quoted)
                .collect(Collectors.joining(", "));
        return owner.sql("select to_jsonb(r)::text from (select %s from %s where tenant_id = ?) r order by 1"
                        .formatted(columns, table.name()))
                .param(tenant)
                .query((row, index) -> row.getString(1))
                .list();
    }

    /** How many rows a business has, by table; tables without are left out. */
    public Map<String, Integer> counts(UUID tenant) {
        return catalogue.tables().stream()
                .filter(Table::ofTenants)
                .collect(Collectors.toMap(Function.identity(), table -> count(table, tenant)))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private int count(Table table, UUID tenant) {
        return owner.sql("select count(*) from %s where tenant_id = ?".formatted(table.name()))
                .param(tenant)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    /** As when thirty days have gone by. */
    public void passGrace(UUID tenant) {
        owner.sql("update portability.closing set due_at = now() where tenant_id = ?")
                .param(tenant)
                .update();
        dissolution.work();
    }

    public void makeOperator(String email) {
        owner.sql("update identity.identity set operator = true where email = ?")
                .param(email)
                .update();
    }

    public UUID identity(String email) {
        return owner.sql("select id from identity.identity where email = ?")
                .param(email)
                .query((row, index) -> row.getObject(1, UUID.class))
                .single();
    }
}
