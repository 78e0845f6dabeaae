package com.gmservices.operations;

import static com.gmservices.operations.HealthCheck.Status.DEGRADED;
import static com.gmservices.operations.HealthCheck.Status.HEALTHY;
import static com.gmservices.operations.HealthCheck.Status.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.operations.HealthCheck.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckUpTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void theWholeIsAsGoodAsTheWorstPart() throws Exception {
        Health health = ask(
                check("disk", false, Finding::healthy), check("jobs", false, () -> Finding.degraded("Overdue: mails")));

        assertThat(health.status()).isEqualTo(DEGRADED);
        assertThat(health.checks()).containsOnlyKeys("disk", "jobs");
        assertThat(health.checks().get("jobs")).extracting("detail").isEqualTo("Overdue: mails");
    }

    @Test
    void withoutChecksAllIsWell() throws Exception {
        assertThat(ask().status()).isEqualTo(HEALTHY);
    }

    @Test
    void aFailureOfWhatIsVitalIsUnhealthyAndOfTheRestDegraded() throws Exception {
        Callable<Finding> failing = () -> {
            throw new IllegalStateException("password=secret");
        };

        assertThat(ask(check("database", true, failing)).status()).isEqualTo(UNHEALTHY);
        assertThat(ask(check("mail", false, failing)).status()).isEqualTo(DEGRADED);
        assertThat(ask(check("mail", false, failing)).toString()).doesNotContain("secret");
    }

    @Test
    void silenceIsFailure() throws Exception {
        var never = new CountDownLatch(1);

        Health health = ask(check("database", true, () -> {
            never.await();
            return Finding.healthy();
        }));

        assertThat(health.status()).isEqualTo(UNHEALTHY);
        assertThat(health.checks().get("database")).extracting("detail").isEqualTo("No answer in time");
    }

    @Test
    void whoAsksAgainAtOnceSharesTheAnswer() throws Exception {
        var asked = new AtomicInteger();
        try (var checkUp = new CheckUp(
                List.of(check("database", true, () -> {
                    asked.incrementAndGet();
                    return Finding.healthy();
                })),
                Duration.ofSeconds(5),
                NOON)) {
            checkUp.health();
            checkUp.health();
        }

        assertThat(asked).hasValue(1);
    }

    private static Health ask(HealthCheck... checks) throws InterruptedException {
        try (var checkUp = new CheckUp(List.of(checks), Duration.ofMillis(300), NOON)) {
            return checkUp.health();
        }
    }

    private static HealthCheck check(String name, boolean isVital, Callable<Finding> question) {
        return new HealthCheck() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public Finding check() throws Exception {
                return question.call();
            }

            @Override
            public boolean isVital() {
                return isVital;
            }
        };
    }
}
