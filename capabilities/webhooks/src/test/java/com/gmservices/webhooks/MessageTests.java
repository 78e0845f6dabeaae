package com.gmservices.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.webhooks.Deliveries.Delivery;
import com.gmservices.webhooks.Endpoint.Format;
import com.gmservices.webhooks.Endpoints.Made;
import com.gmservices.webhooks.Endpoints.Wish;
import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What arrives at tenants' own systems, over real HTTP. */
class MessageTests extends AtThePier {

    @Autowired
    private JsonMapper json;

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

    private static Map<String, List<String>> headers(Receiver.Call call) {
        var headers = new HashMap<String, List<String>>();
        call.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }
}
