package com.gmservices.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.gmservices.webhooks.Deliveries.Delivery;
import com.gmservices.webhooks.Endpoint.Format;
import com.gmservices.webhooks.Endpoints.Made;
import com.gmservices.webhooks.Endpoints.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What administrators set up, and have sent once more. */
class EndpointTests extends AtThePier {

    @Autowired
    private JsonMapper json;

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
        Pier other = another();

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
}
