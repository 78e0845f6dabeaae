package com.gmservices.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gmservices.events.Untold;
import com.gmservices.operations.HealthCheck.Finding;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "db-scheduler.enabled=false",
            // Nobody listens there.
            "gm.redis-url=redis://127.0.0.1:1"
        })
class OperationsTests {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<HealthCheck> checks;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Untold untold;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void tellsHowEverythingFares() throws Exception {
        var answer = get(port, "/health");
        JsonNode health = json.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(health.propertyNames()).containsExactlyInAnyOrder("status", "checks", "timestamp");
        assertThat(health.get("checks").propertyNames())
                .contains("application", "database", "disk", "jobs", "partitions");
        assertThat(health.at("/checks/database/status").asString()).isEqualTo("healthy");
    }

    @Test
    void isReadyOnceTheDatabaseAnswersAndNoLongerWhenItStops() throws Exception {
        var ready = get(port, "/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(json.readTree(ready.body()).get("checks").propertyNames())
                .containsExactly("application", "database");

        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        assertThat(ask("application").status()).isEqualTo(HealthCheck.Status.UNHEALTHY);
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void goesOnWithoutRedisAndSaysSo() throws Exception {
        JsonNode health = json.readTree(get(port, "/health").body());

        assertThat(health.at("/checks/redis/status").asString()).isEqualTo("degraded");
        assertThat(get(port, "/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsOfJobsThatAreOverdueOrFail() throws Exception {
        jdbc.sql("""
                insert into jobs.scheduled_tasks (task_name, task_instance, execution_time, picked, version, consecutive_failures)
                values ('late', '1', now() - interval '10 minutes', false, 1, 0),
                       ('failing', '1', now() + interval '1 hour', false, 1, 3),
                       ('waiting', '1', now() + interval '1 hour', false, 1, 1)
                """).update();
        try {
            assertThat(ask("jobs")).isEqualTo(Finding.degraded("Overdue or failing: failing, late"));
        } finally {
            jdbc.sql("delete from jobs.scheduled_tasks where task_name in ('late', 'failing', 'waiting')")
                    .update();
        }
    }

    @Test
    void whoHasSomethingTriedAgainStandsInThePlatformsTrail() {
        jdbc.sql("""
                insert into events.event_publication (id, listener_id, event_type, serialized_event, published_at, attempts)
                values (gen_random_uuid(), 'com.gmservices.bells.Ringer.on(com.gmservices.bells.Rung)', 'Rung', '{}', now(), 9)
                """).update();
        try {
            untold.tryAllAgain();
            untold.tryAllAgain();

            assertThat(linesOfThePlatform("untold.tried_again"))
                    .containsExactly("all {\"count\":1,\"listeners\":[\"Ringer.on\"]}");
        } finally {
            jdbc.sql("delete from events.event_publication where event_type = 'Rung'")
                    .update();
        }
    }

    private List<String> linesOfThePlatform(String action) {
        return CurrentTenant.call(
                new TenantId(new UUID(0, 0)),
                () -> transactions.execute(status -> jdbc.sql(
                                "select subject || ' ' || after from audit.entry where action = ? order by id")
                        .param(action)
                        .query((row, index) -> row.getString(1))
                        .list()));
    }

    @Test
    void livesWhateverBecomesOfOthers() throws Exception {
        assertThat(get(managementPort, "/actuator/health/liveness").body())
                .contains("\"UP\"")
                .doesNotContain("db");
    }

    @Test
    void countsCallsInBucketsAndNeverByTenant() throws Exception {
        get(port, "/health");

        String metrics = get(managementPort, "/actuator/prometheus").body();

        assertThat(metrics)
                .containsPattern("http_server_requests_seconds_bucket\\{.*uri=\"/health\",le=\"0.2\"}")
                .contains("hikaricp_connections_active", "gm_transactions_waiting", "jvm_memory_used_bytes")
                .doesNotContain("tenant=");
    }

    @Test
    void keepsManagementToTheMachineAndOffThePublicPort() throws Exception {
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
        assertThat(get(port, "/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(get(managementPort, "/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void theAccessLogSaysForWhom() throws Exception {
        TenantId tenant = TenantId.next();
        CurrentTenant.run(
                tenant,
                () -> tenants.found(
                        tenant,
                        new NewTenant(
                                "logged",
                                "Logged",
                                ZoneOffset.UTC,
                                Currency.getInstance("EUR"),
                                Set.of(Domain.LOGISTICS))));
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var access = (Logger) LoggerFactory.getLogger("access");
        access.addAppender(lines);

        get(port, "/t/logged/accent.css");

        await().until(() -> !lines.list.isEmpty());
        access.detachAppender(lines);
        assertThat(lines.list.getLast().getFormattedMessage()).startsWith("GET /accent.css 200");
        assertThat(lines.list.getLast().getMDCPropertyMap())
                .containsKey("request")
                .containsEntry("tenant", tenant.toString());
    }

    private Finding ask(String name) throws Exception {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow()
                .check();
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
