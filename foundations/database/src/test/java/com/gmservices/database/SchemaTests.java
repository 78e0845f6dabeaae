package com.gmservices.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On the PostgreSQL that the platform brings, and on the oldest that it may be given. */
@ParameterizedClass
@MethodSource("servers")
class SchemaTests {

    private static final Instant NOVEMBER = Instant.parse("2026-11-22T10:00:00Z");

    private final DatabaseLogin login;
    private final JdbcClient owner;
    private final JdbcClient app;

    SchemaTests(DatabaseServer server) {
        this.login = server.login();
        this.owner = jdbc(login.owner());
        this.app = jdbc(login.app());
    }

    /** JUnit closes each before it asks for the next. */
    static Stream<DatabaseServer> servers() {
        return Stream.of("", "postgres-oldest/").map(packedIn -> {
            var server = DatabaseServer.disposable(Path.of("target", "schemas", packedIn), packedIn);
            migrations(server.login()).run();
            new Partitions(server.login(), Clock.fixed(NOVEMBER, ZoneOffset.UTC)).prepare();
            return server;
        });
    }

    @Test
    void givesEverySchemaAHistoryOfItsOwn() {
        assertThat(List.of("berths", "visits"))
                .allSatisfy(schema -> assertThat(scripts(schema)).containsExactly("V1__%s.sql".formatted(schema)));
    }

    @Test
    void runsAScriptOnce() {
        migrations(login).run();
        assertThat(scripts("visits")).hasSize(1);
    }

    @Test
    void makesMonthsBeforeAndAhead() {
        assertThat(partitions())
                .containsAll(IntStream.of(2026_08, 2026_09, 2026_10, 2026_11, 2026_12, 2027_01, 2027_02)
                        .mapToObj(month -> "visit_%d_%02d".formatted(month / 100, month % 100))
                        .toList());
    }

    @Test
    void goesOnWithTheMonths() {
        new Partitions(login, Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC)).prepare();
        assertThat(partitions()).contains("visit_2026_08", "visit_2027_03");
    }

    @Test
    void findsARowInItsMonth() {
        UUID tenant = Ids.next();
        UUID visit = Ids.at(NOVEMBER);
        book(tenant, visit);
        assertThat(owner.sql("select tableoid::regclass::text from visits.visit where id = :id")
                        .param("id", visit)
                        .query((row, _) -> row.getString(1))
                        .single())
                .isEqualTo("visits.visit_2026_11");
    }

    @Test
    void letsTheAppReachNoPartition() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> app.sql("select count(*) from visits.visit_2026_11")
                        .query()
                        .singleValue())
                .havingRootCause()
                .withMessageContaining("permission denied for table visit_2026_11");
    }

    @Test
    void showsTheAppNothingWithoutATenant() {
        book(Ids.next(), Ids.at(NOVEMBER));
        assertThat(app.sql("select id from visits.visit").query().listOfRows()).isEmpty();
    }

    private void book(UUID tenant, UUID visit) {
        owner.sql("insert into berths.berth values (:name)")
                .param("name", visit.toString())
                .update();
        owner.sql("insert into visits.visit values (:tenant, :id, :berth)")
                .param("tenant", tenant)
                .param("id", visit)
                .param("berth", visit.toString())
                .update();
    }

    private List<String> scripts(String schema) {
        return owner.sql("select script from %s.flyway_schema_history where version is not null".formatted(schema))
                .query((row, _) -> row.getString("script"))
                .list();
    }

    private List<String> partitions() {
        return owner.sql("""
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'visits.visit'::regclass order by 1
                        """).query((row, _) -> row.getString("relname")).list();
    }

    private static Migrations migrations(DatabaseLogin login) {
        return new Migrations(login, List.of(Migration.of("visits", "berths"), Migration.of("berths")));
    }

    private JdbcClient jdbc(DatabaseLogin.Role role) {
        return JdbcClient.create(new DriverManagerDataSource(login.url(), role.user(), role.password()));
    }
}
