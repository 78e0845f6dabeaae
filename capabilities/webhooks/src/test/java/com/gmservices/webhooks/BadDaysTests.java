package com.gmservices.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.Tenant;
import com.gmservices.webhooks.Deliveries.Attempt;
import com.gmservices.webhooks.Deliveries.Delivery;
import com.gmservices.webhooks.Endpoint.DisabledWhy;
import com.gmservices.webhooks.Endpoints.Made;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of messages when a receiver, a process or a business is not well. */
class BadDaysTests extends AtThePier {

    @Autowired
    private Outstanding outstanding;

    @Autowired
    private Courier courier;

    @Autowired
    private Watch watch;

    @Autowired
    private Clock clock;

    @Autowired
    @PlatformDatabase
    private JdbcClient platform;

    @ParameterizedTest
    @CsvSource({
        "error, 500, , 3, 7",
        "busy, 429, , 7100, 7200",
        "away, 302, , 3, 7",
        "hang, , No answer in time, 3, 7",
        "half, , The connection broke, 3, 7"
    })
    void whatIsNotTakenComesAgain(
            String kind, @Nullable Integer status, @Nullable String failure, int least, int most) {
        Made made = pier.endpoint(url(kind));
        pier.moor();

        Delivery delivery = settled(made);

        assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
        Attempt attempt = attempts(made, delivery).getFirst();
        assertThat(attempt.status()).isEqualTo(status);
        assertThat(attempt.failure()).isEqualTo(failure);
        assertThat(Duration.between(Instant.now(), Objects.requireNonNull(delivery.nextAt())))
                .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
        assertThat(RECEIVER.calls("/good/secret")).isEmpty();
        assertThat(pier.in(() -> endpoints.find(pier.admin(), made.endpoint().id()))
                        .failingSince())
                .isNotNull();
    }

    @Test
    void ofAnEndlessAnswerOnlyTheBeginningIsRead() {
        Made made = pier.endpoint(url("endless"));
        pier.moor();

        Delivery delivery = settled(made);

        assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(attempts(made, delivery).getFirst().answer()).hasSize(1_024);
    }

    @Test
    void whoIsGoneIsToldNothingMoreAndItsAdministratorIsToldSo() {
        Made made = pier.endpoint(url("gone"));
        pier.moor();

        await().until(() -> !stored(made).isActive());

        assertThat(stored(made).disabledWhy()).isEqualTo(DisabledWhy.GONE);
        await().until(() -> notices() == 1);
        pier.moor();
        await().until(() -> list(made).getFirst().state() == DeliveryState.MISSED);
        assertThat(RECEIVER.calls(path("gone"))).hasSize(1);
    }

    @Test
    void whatWasPutOnItsWayAsItsEndpointWasDisabledIsNotSent() {
        Made made = pier.endpoint(url("good"));
        pier.in(() -> {
            endpoints.disable(pier.admin().tenant(), made.endpoint().id(), DisabledWhy.GONE);
            return made;
        });
        pier.moor();
        await().until(() -> !list(made).isEmpty());
        platform.sql("""
                insert into webhooks.outstanding (tenant_id, endpoint_id, message_id, due_at, attempts)
                select tenant_id, endpoint_id, message_id, now(), 0 from webhooks.delivery where endpoint_id = ?
                """).param(made.endpoint().id().value()).update();

        await().until(() -> platform.sql("select attempts from webhooks.outstanding where endpoint_id = ?")
                        .param(made.endpoint().id().value())
                        .query(Integer.class)
                        .single()
                > 0);
        Made other = pier.endpoint(url("other"));
        pier.moor();
        settled(other);

        assertThat(RECEIVER.calls(path("good"))).isEmpty();
    }

    @Test
    void aReceiverThatHangsDelaysNoOther() {
        pier.endpoint(url("hang"));
        pier.endpoint(url("good"));
        IntStream.range(0, 60).forEach(n -> pier.moor());

        await().atMost(Duration.ofSeconds(5))
                .until(() -> RECEIVER.calls(path("good")).size() == 60);

        assertThat(RECEIVER.working.getOrDefault(path("hang"), 0)).isLessThanOrEqualTo(2 * Lane.USUAL);
    }

    @Test
    void whatADeadProcessWasSendingIsSentByAnotherUnderTheSameId() {
        Made made = pier.endpoint(url("good"));
        pier.moor();
        Receiver.Call first = call("good");
        settled(made);
        // A process that died after the receiver had it and before that was written down: the row, held for a while.
        platform.sql("""
                insert into webhooks.outstanding (tenant_id, endpoint_id, message_id, due_at, attempts)
                select tenant_id, endpoint_id, message_id, now() + interval '200 ms', 1
                from webhooks.delivery where endpoint_id = ?
                """).param(made.endpoint().id().value()).update();

        await().until(() -> RECEIVER.calls(path("good")).size() == 2);

        assertThat(RECEIVER.calls(path("good")).getLast().header("webhook-id")).isEqualTo(first.header("webhook-id"));
    }

    @Test
    void twoProcessesSendEverythingOnce() {
        pier.endpoint(url("good"));
        var other = new Dispatch(outstanding, courier, new Other(), tenants, clock);
        other.start();
        try {
            IntStream.range(0, 80).forEach(n -> {
                pier.moor();
                other.wake();
            });
            await().until(() -> RECEIVER.calls(path("good")).size() >= 80);
        } finally {
            other.stop();
        }

        assertThat(RECEIVER.calls(path("good")).stream().map(call -> call.header("webhook-id")))
                .hasSize(80)
                .doesNotHaveDuplicates();
    }

    /** Of the other process: it writes down what came of its attempts itself. */
    private final class Other extends Settling {

        private Other() {
            super(outstanding, endpoints);
        }

        @Override
        void add(Outstanding.Settled settled) {
            outstanding.settle(List.of(settled));
        }

        @Override
        void finish() {}
    }

    @Test
    void aSuspendedBusinessIsToldWhenItIsResumed() {
        Made made = pier.endpoint(url("good"));
        tenants.setStatus(pier.id(), Tenant.Status.SUSPENDED);
        pier.moor();
        await().until(() -> list(made).stream()
                .anyMatch(delivery -> Objects.requireNonNullElse(delivery.nextAt(), Instant.EPOCH)
                        .isAfter(Instant.now().plusSeconds(30))));
        assertThat(RECEIVER.calls(path("good"))).isEmpty();

        tenants.setStatus(pier.id(), Tenant.Status.ACTIVE);

        await().until(() -> RECEIVER.calls(path("good")).size() == 1);
        assertThat(settled(made).attempts()).isOne();
    }

    @Test
    void itIsWarnedOfBeforeItIsDisabled() {
        Made made = pier.endpoint(url("error"));
        failing(made, Duration.ofDays(6), null);
        watch.lookRound();

        assertThat(stored(made).isActive()).isTrue();
        assertThat(notices()).isOne();
        watch.lookRound();
        assertThat(stored(made).isActive()).isTrue();

        failing(made, Duration.ofDays(6), Duration.ofDays(2));
        watch.lookRound();

        assertThat(stored(made).disabledWhy()).isEqualTo(DisabledWhy.FAILING);
        await().until(() -> notices() == 2);
    }

    @Test
    void oneThatCannotBeLookedAfterKeepsNoOtherWaiting() {
        List<Made> all =
                Stream.generate(() -> pier.endpoint(url("error"))).limit(3).toList();
        all.forEach(made -> failing(made, Duration.ofDays(3), null));
        UUID broken = all.get(1).endpoint().id().value();
        String url = all.get(1).endpoint().url().toString();
        spoil(broken, "http://[");
        try {
            assertThatIllegalStateException().isThrownBy(watch::lookRound);
        } finally {
            spoil(broken, url);
        }

        assertThat(notices()).isEqualTo(2);
    }

    private void spoil(UUID endpoint, String url) {
        platform.sql("update webhooks.endpoint set url = ? where id = ?")
                .params(url, endpoint)
                .update();
    }

    private void failing(Made made, Duration since, @Nullable Duration warned) {
        platform.sql("""
                update webhooks.endpoint
                set failing_since = now() - :since::interval, warned_at = now() - :warned::interval,
                    last_failed_at = now()
                where id = :id
                """)
                .param("since", since.toString())
                .param("warned", warned == null ? null : warned.toString())
                .param("id", made.endpoint().id().value())
                .update();
    }
}
