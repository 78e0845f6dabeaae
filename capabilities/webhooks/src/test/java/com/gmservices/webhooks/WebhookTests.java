package com.gmservices.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.gmservices.database.Cursor;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.shell.Bell;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import com.gmservices.webhooks.Deliveries.Attempt;
import com.gmservices.webhooks.Deliveries.Delivery;
import com.gmservices.webhooks.Endpoint.DisabledWhy;
import com.gmservices.webhooks.Endpoint.Format;
import com.gmservices.webhooks.Endpoints.Made;
import com.gmservices.webhooks.Endpoints.Wish;
import com.gmservices.webhooks.Pier.Tools;
import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tenants' own systems are told, over real HTTP, and what becomes of it on bad days. */
@SpringBootTest
class WebhookTests {

    private static final Receiver RECEIVER = Receiver.HERE;

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Resending resending;

    @Autowired
    private Outstanding outstanding;

    @Autowired
    private Courier courier;

    @Autowired
    private Watch watch;

    @Autowired
    private Bell bell;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Members members;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Clock clock;

    @Autowired
    private JsonMapper json;

    @Autowired
    @PlatformDatabase
    private JdbcClient platform;

    private final String path = "/" + UUID.randomUUID();
    private Pier pier;

    @DynamicPropertySource
    static void allow(DynamicPropertyRegistry properties) {
        properties.add("gm.outbound.allow", () -> RECEIVER.authority() + ",localhost:9");
    }

    @BeforeEach
    void open() {
        pier = Pier.open(new Tools(tenants, members, endpoints, transactions, events));
    }

    @Test
    void anEventArrivesSigned() throws Exception {
        Made made = pier.endpoint(url("good"), Format.STANDARD, Map.of("X-Api-Key", "k-123"));
        UUID ship = pier.moor();

        Receiver.Call call = call("good");

        new Webhook(made.secret().text()).verify(call.body(), headers(call));
        assertThat(call.header("X-GM-Signature"))
                .isEqualTo(Secret.ofKey(made.secret().key())
                        .plainSignature(call.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(call.header("X-Api-Key")).isEqualTo("k-123");
        JsonNode body = json.readTree(call.body());
        assertThat(body.path("type").asString()).isEqualTo("ship.moored");
        assertThat(body.at("/data/id").asString()).isEqualTo(ship.toString());
        assertThat(Instant.parse(body.path("timestamp").asString()))
                .isBefore(Instant.now().plusSeconds(5));
        Delivery delivery = settled(made);
        assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(call.header("webhook-id")).isEqualTo(delivery.message().webhookId());
        assertThat(attempts(made, delivery).getFirst().answer()).isEqualTo("Taken");
    }

    @Test
    void cloudEventsAreOnOffer() {
        pier.endpoint(url("binary"), Format.CLOUDEVENTS_BINARY, Map.of());
        pier.endpoint(url("structured"), Format.CLOUDEVENTS_STRUCTURED, Map.of());
        UUID ship = pier.moor();

        Receiver.Call binary = call("binary");
        assertThat(binary.header("ce-specversion")).isEqualTo("1.0");
        assertThat(binary.header("ce-type")).isEqualTo("ship.moored");
        assertThat(binary.header("ce-id")).isEqualTo(binary.header("webhook-id"));
        assertThat(binary.header("WebHook-Request-Origin")).isEqualTo("localhost");
        assertThat(json.readTree(binary.body()).path("id").asString()).isEqualTo(ship.toString());
        JsonNode structured = json.readTree(call("structured").body());
        assertThat(structured.path("source").asString()).contains("/tenants/pier-");
        assertThat(structured.path("subject").asString()).isEqualTo(ship.toString());
        assertThat(structured.at("/data/id").asString()).isEqualTo(ship.toString());
    }

    @ParameterizedTest
    @CsvSource({"good, true", "open, true", "shy, false", "choosy, false", "nowhere, false"})
    void whoIsSentCloudEventsHasAgreed(String kind, boolean agrees) {
        String address = kind.equals("nowhere") ? "http://localhost:9/" : url(kind);
        Made standard = pier.endpoint(url(kind), Format.STANDARD, Map.of("X-Api-Key", "k-123"));
        assertThat(RECEIVER.asked).noneMatch(call -> call.path().equals(path(kind)));
        var wish = new Wish(address, null, null, Format.CLOUDEVENTS_BINARY, null, null);

        Runnable change = () ->
                pier.in(() -> endpoints.change(pier.admin(), standard.endpoint().id(), 1, wish));

        if (agrees) {
            change.run();
            assertThat(RECEIVER.asked.getLast().header("X-Api-Key")).isEqualTo("k-123");
        } else {
            assertThatExceptionOfType(WebhooksRefused.Unfit.class).isThrownBy(change::run);
            assertThatExceptionOfType(WebhooksRefused.Unfit.class)
                    .isThrownBy(() -> pier.endpoint(address, Format.CLOUDEVENTS_STRUCTURED, Map.of()))
                    .satisfies(refused ->
                            assertThat(refused.errors().getFirst().pointer()).isEqualTo("/url"));
        }
    }

    @Test
    void bothSecretsSignForADay() throws Exception {
        Made before = pier.endpoint(url("good"));
        Made after = pier.in(
                () -> endpoints.rotateSecret(pier.admin(), before.endpoint().id()));
        pier.moor();

        Receiver.Call call = call("good");

        new Webhook(before.secret().text()).verify(call.body(), headers(call));
        new Webhook(after.secret().text()).verify(call.body(), headers(call));
        assertThat(call.header("webhook-signature").split(" ", -1)).hasSize(2);
    }

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
    void whatWasMissedIsReplayed() {
        Made made = pier.endpoint(url("good"));
        Instant before = Instant.now().minusSeconds(5);
        pier.change(made.endpoint(), false);
        List.of(1, 2, 3).forEach(n -> pier.moor());
        await().until(() -> list(made).size() == 3);
        assertThat(list(made)).allMatch(delivery -> delivery.state() == DeliveryState.MISSED);
        assertThatExceptionOfType(WebhooksRefused.Disabled.class)
                .isThrownBy(() -> pier.in(
                        () -> resending.replay(pier.admin(), made.endpoint().id(), before)));

        pier.change(made.endpoint(), true);
        int count = pier.in(() -> resending.replay(pier.admin(), made.endpoint().id(), before));

        assertThat(count).isEqualTo(3);
        await().until(() -> RECEIVER.calls(path("good")).size() == 3);
        await().until(() -> list(made).stream().allMatch(delivery -> delivery.state() == DeliveryState.DELIVERED));
    }

    @Test
    void oneIsSentAgainAndATrialIsMade() {
        Made made = pier.endpoint(url("good"));
        Delivery trial =
                pier.in(() -> resending.test(pier.admin(), made.endpoint().id(), null));
        await().until(() -> RECEIVER.calls(path("good")).size() == 1);
        settled(made);

        pier.in(() -> resending.resend(
                pier.admin(), made.endpoint().id(), trial.message().id()));

        await().until(() -> RECEIVER.calls(path("good")).size() == 2);
        assertThat(json.readTree(RECEIVER.calls(path("good")).getFirst().body())
                        .path("type")
                        .asString())
                .isEqualTo("webhook.test");
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

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "http://example.com/", "https://10.0.0.1/x", "not an address", ""})
    void onlyAddressesThatMayBeCalledAreTaken(String url) {
        assertThatExceptionOfType(WebhooksRefused.Unfit.class).isThrownBy(() -> pier.endpoint(url));
    }

    @ParameterizedTest
    @CsvSource({
        "Host, a",
        "Transfer-Encoding, chunked",
        "webhook-id, a",
        "X-GM-Signature, a",
        "X A, b",
        "X-A, 'a\r\nX-B: c'"
    })
    void headersThatChangeWhatIsSentAreRefused(String name, String value) {
        assertThatExceptionOfType(WebhooksRefused.Unfit.class)
                .isThrownBy(() -> pier.endpoint(url("good"), Format.STANDARD, Map.of(name, value)));
    }

    @Test
    void nobodyElsesEndpointsAreThere() {
        Made made = pier.endpoint(url("good"));
        Pier other = Pier.open(new Tools(tenants, members, endpoints, transactions, events));

        assertThatExceptionOfType(WebhooksRefused.NotFound.class)
                .isThrownBy(() -> other.in(
                        () -> endpoints.find(other.admin(), made.endpoint().id())));
        other.moor();
        pier.moor();
        await().until(() -> RECEIVER.calls(path("good")).size() == 1);
    }

    @Test
    void aStaleChangeIsRefused() {
        Made made = pier.endpoint(url("good"));
        var wish = new Wish(null, "Till", Set.of("*"), null, null, null);
        pier.in(() -> endpoints.change(pier.admin(), made.endpoint().id(), 1, wish));

        assertThatExceptionOfType(WebhooksRefused.Stale.class)
                .isThrownBy(() -> pier.in(
                        () -> endpoints.change(pier.admin(), made.endpoint().id(), 1, wish)));
        assertThat(stored(made).types()).containsExactly("*");
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

    /** On the administrator's pages. */
    private int notices() {
        return pier.in(() -> bell.unread(pier.admin()));
    }

    private Endpoint stored(Made made) {
        return pier.in(() -> endpoints.find(pier.admin(), made.endpoint().id()));
    }

    private Delivery settled(Made made) {
        await().until(() -> !list(made).isEmpty() && list(made).getFirst().attempts() > 0);
        return list(made).getFirst();
    }

    private List<Delivery> list(Made made) {
        return pier.in(() -> resending
                .list(pier.admin(), made.endpoint().id(), null, Cursor.newest(), 100)
                .data());
    }

    private List<Attempt> attempts(Made made, Delivery delivery) {
        return pier.in(() -> resending.attempts(
                pier.admin(), made.endpoint().id(), delivery.message().id()));
    }

    private Receiver.Call call(String kind) {
        await().until(() -> !RECEIVER.calls(path(kind)).isEmpty());
        return RECEIVER.calls(path(kind)).getFirst();
    }

    private String path(String kind) {
        return "/" + kind + path;
    }

    private String url(String kind) {
        return RECEIVER.url(path(kind));
    }

    private static Map<String, List<String>> headers(Receiver.Call call) {
        var headers = new HashMap<String, List<String>>();
        call.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }
}
