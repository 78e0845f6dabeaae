package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.DatabaseLogin;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The database ends all connections and lets nobody in; then it is back. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTests {

    private static final String REQUESTS = "/api/v1/service-requests";
    private static final String SIGN_IN =
            "{\"email\": \"ada@example.com\", \"password\": \"%s\"}".formatted(Business.PASSWORD);

    @LocalServerPort
    int port;

    @Autowired
    DatabaseLogin login;

    @Autowired
    DataSource connections;

    private HikariDataSource pool;
    private Business business;
    private Browser staff;

    @BeforeAll
    void found() throws SQLException {
        pool = connections.unwrap(HikariDataSource.class);
        business = new Business(port);
        staff = Browser.signedIn(port, business.email("ben"));
    }

    @AfterEach
    void isBack() {
        pool.getHikariConfigMXBean().setPassword(login.app().password());
        pool.getHikariConfigMXBean().setConnectionTimeout(5_000);
    }

    private void away() {
        pool.getHikariConfigMXBean().setPassword("wrong");
        pool.getHikariConfigMXBean().setConnectionTimeout(300);
        // Also those that were being opened just now.
        do {
            pool.getHikariPoolMXBean().softEvictConnections();
            endConnections("true");
        } while (pool.getHikariPoolMXBean().getTotalConnections() > 0);
    }

    /** As PostgreSQL ends them when it is stopped. */
    private int endConnections(String which) {
        return JdbcClient.create(new DriverManagerDataSource(
                        login.url(), login.app().user(), login.app().password()))
                .sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where usename = current_user and pid <> pg_backend_pid() and %s
                        """.formatted(which))
                .query(Integer.class)
                .single();
    }

    @Test
    void programsAndPeopleAreToldToComeAgainAndThenAllIsWell() {
        away();
        var programs = allAtOnce(List.of(
                () -> business.staff.call("GET", REQUESTS, null),
                () -> business.visitor.call("GET", "/api/v1/services", null),
                () -> business.customer.call("POST", REQUESTS, "{}"),
                () -> business.visitor.call("POST", "/api/v1/auth/login", SIGN_IN)));
        var people = allAtOnce(List.of(
                () -> staff.get("/t/%s/requests".formatted(business.slug)),
                () -> staff.get("/t/%s/".formatted(business.slug)),
                () -> staff.get("/t/%s/sign-in".formatted(business.slug))));
        var ready = allAtOnce(List.of(() -> business.visitor.call("GET", "/ready", null)));

        programs.stream().map(CompletableFuture::join).forEach(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(Program.json(answer).path("code").asString()).isEqualTo("service-unavailable");
        });
        people.stream().map(CompletableFuture::join).forEach(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("One moment, please").doesNotContain("Exception");
        });
        assertThat(ready.getFirst().join().statusCode()).isEqualTo(503);
        isBack();
        awaitAnswer(() -> business.staff.call("GET", REQUESTS, null));
        awaitAnswer(() -> staff.get("/t/%s/requests".formatted(business.slug)));
        awaitAnswer(() -> business.visitor.call("GET", "/ready", null));
    }

    /** More often than there are connections, and turns: none may be lost for whoever found one dead. */
    @Test
    void connectionsThatWereFoundDeadAreReplaced() {
        for (int i = 0; i < 20; i++) {
            assertThat(business.staff.call("GET", REQUESTS, null).statusCode()).isIn(200, 503);
            endConnections("true");
        }

        awaitAnswer(() -> business.staff.call("GET", REQUESTS, null));
    }

    @Test
    void whatWasCutOffIsDoneOnceWhenItIsAskedForAgain() {
        var wish = business.request("maintenance_repair");
        Program customer =
                business.customer.with("Idempotency-Key", UUID.randomUUID().toString());
        var owner = new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password());
        int before = requests();

        HttpResponse<String> cutOff = new TransactionTemplate(new JdbcTransactionManager(owner)).execute(status -> {
            JdbcClient.create(owner)
                    .sql("lock table requests.request in share mode")
                    .update();
            var call = CompletableFuture.supplyAsync(() -> customer.call("POST", REQUESTS, wish));
            while (endConnections("wait_event_type = 'Lock' and query like '%requests.request%'") == 0) {
                Thread.onSpinWait();
            }
            return call.join();
        });
        JsonNode again = customer.done("POST", REQUESTS, wish);
        JsonNode onceMore = customer.done("POST", REQUESTS, wish);

        assertThat(cutOff).isNotNull().extracting(HttpResponse::statusCode).isEqualTo(503);
        assertThat(onceMore).isEqualTo(again);
        assertThat(requests()).isEqualTo(before + 1);
    }

    private int requests() {
        return business.customer
                .done("GET", REQUESTS + "?limit=100", null)
                .path("data")
                .size();
    }

    private static List<CompletableFuture<HttpResponse<String>>> allAtOnce(List<Supplier<HttpResponse<String>>> calls) {
        return calls.stream().map(CompletableFuture::supplyAsync).toList();
    }

    /** The pool tries again after pauses of some seconds. */
    private static void awaitAnswer(Supplier<HttpResponse<String>> call) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (call.get().statusCode() != 200) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }
}
