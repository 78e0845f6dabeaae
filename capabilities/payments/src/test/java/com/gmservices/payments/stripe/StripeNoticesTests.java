package com.gmservices.payments.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.NoticeReader.Concern;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfCharge;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfDispute;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfNothing;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfRefund;
import com.gmservices.payments.gateway.NoticeReader.Forged;
import com.gmservices.payments.gateway.NoticeReader.Notice;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StripeNoticesTests {

    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    static final long T = NOW.getEpochSecond();
    static final UUID KEY = UUID.fromString("0192f0a1-0000-7000-8000-000000000001");
    static final Credentials CREDENTIALS = Words.credentials(FakeStripe.KEY);

    final StripeNotices notices = new StripeNotices(new JsonMapper());
    final byte[] paid = event("payment_intent.succeeded", """
            {"id": "pi_1", "object": "payment_intent", "metadata": {"gm_charge": "%s"}}""".formatted(KEY));

    @Test
    void readsWhatStripeHasSigned() throws Forged {
        assertThat(read(paid, "t=%d,v1=%s,v0=ignored".formatted(T, sign(Words.SIGNING, T, paid))))
                .isEqualTo(new Notice("evt_1", "payment_intent.succeeded", new OfCharge(KEY, "pi_1")));
    }

    /** Stripe's own figures, as its library signs. */
    @Test
    void signsAsStripesLibraryDoes() throws Exception {
        String theirs = com.stripe.net.Webhook.Util.computeHmacSha256(Words.SIGNING, T + "." + new String(paid, UTF_8));

        assertThat(sign(Words.SIGNING, T, paid)).isEqualTo(theirs);
    }

    @Test
    void oneByteMoreOrLessIsForged() {
        String header = header(paid);

        for (int n : new int[] {0, paid.length / 2, paid.length - 1}) {
            byte[] altered = paid.clone();
            altered[n] ^= 1;
            assertThatExceptionOfType(Forged.class).isThrownBy(() -> read(altered, header));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 86_400})
    void whatWasSignedAtAnotherTimeIsForged(long seconds) {
        String header = "t=%d,v1=%s".formatted(T + seconds, sign(Words.SIGNING, T + seconds, paid));

        assertThatExceptionOfType(Forged.class).isThrownBy(() -> read(paid, header));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void clocksMayDifferByFiveMinutes(long seconds) throws Forged {
        String header = "t=%d,v1=%s".formatted(T + seconds, sign(Words.SIGNING, T + seconds, paid));

        assertThat(read(paid, header).id()).isEqualTo("evt_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=1",
                "v1=00",
                "t=,v1=00",
                "t=99999999999999999999,v1=00",
                "t=-1,v1=00",
                "t=1764417600,v0=00",
                "nonsense"
            })
    void whatIsNotSignedSoIsForged(String header) {
        assertThatExceptionOfType(Forged.class).isThrownBy(() -> read(paid, header));
        assertThatExceptionOfType(Forged.class).isThrownBy(() -> notices.read(CREDENTIALS, Map.of(), paid, NOW));
    }

    @Test
    void anotherBusinesssSecretIsForged() {
        String header = "t=%d,v1=%s".formatted(T, sign("whsec_of_another", T, paid));

        assertThatExceptionOfType(Forged.class)
                .isThrownBy(() -> read(paid, header))
                .withMessageNotContainingAny("whsec", KEY.toString());
    }

    @Test
    void whileASecretIsChangedBothCount() throws Forged {
        var values = new HashMap<>(CREDENTIALS.values());
        values.put("webhook_secret", "whsec_new");
        values.put("webhook_secret_earlier", Words.SIGNING);
        Credentials both = new Credentials(false, values);
        String old = "t=%d,v1=%s".formatted(T, sign(Words.SIGNING, T, paid));
        String twice = "t=%d,v1=%s,v1=%s".formatted(T, sign("whsec_newer", T, paid), sign("whsec_new", T, paid));

        assertThat(notices.read(both, Map.of("stripe-signature", old), paid, NOW)
                        .id())
                .isEqualTo("evt_1");
        assertThat(notices.read(both, Map.of("stripe-signature", twice), paid, NOW)
                        .id())
                .isEqualTo("evt_1");
    }

    @Test
    void withoutASecretNothingIsBelieved() {
        Credentials none = new Credentials(false, Map.of("secret_key", FakeStripe.KEY));

        assertThatExceptionOfType(Forged.class)
                .isThrownBy(() -> notices.read(
                        none, Map.of("stripe-signature", "t=%d,v1=%s".formatted(T, sign("x", T, paid))), paid, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "not json", "{\"id\": 7}", ""})
    void whatIsNoEventIsForged(String body) {
        byte[] bytes = body.getBytes(UTF_8);

        assertThatExceptionOfType(Forged.class).isThrownBy(() -> read(bytes, header(bytes)));
    }

    @Test
    void saysWhatItIsAbout() throws Forged {
        assertThat(about("payment_intent.payment_failed", """
                {"id": "pi_2", "object": "payment_intent", "metadata": {"gm_charge": "%s"}}""")).isEqualTo(new OfCharge(KEY, "pi_2"));
        assertThat(about("checkout.session.completed", """
                {"id": "cs_1", "object": "checkout.session", "mode": "payment", "client_reference_id": "%s"}""")).isEqualTo(new OfCharge(KEY, "cs_1"));
        assertThat(about("charge.refunded", """
                {"id": "ch_1", "object": "charge", "payment_intent": "pi_1"}""")).isEqualTo(new OfRefund(null, null, "pi_1"));
        assertThat(about("refund.updated", """
                {"id": "re_1", "object": "refund", "payment_intent": "pi_1", "metadata": {"gm_refund": "%s"}}""")).isEqualTo(new OfRefund(KEY, "re_1", "pi_1"));
        assertThat(about("charge.dispute.closed", """
                {"id": "dp_1", "object": "dispute"}""")).isEqualTo(new OfDispute("dp_1"));
    }

    @Test
    void whatABusinessTakesElsewhereIsOfNothing() throws Forged {
        assertThat(about("payment_intent.succeeded", """
                {"id": "pi_2", "object": "payment_intent", "metadata": {}}""")).isEqualTo(new OfNothing());
        assertThat(about("payment_intent.succeeded", """
                {"id": "pi_2", "object": "payment_intent", "metadata": {"gm_charge": "of another system"}}""")).isEqualTo(new OfNothing());
        assertThat(about("checkout.session.completed", """
                {"id": "cs_1", "object": "checkout.session", "mode": "payment", "client_reference_id": null}""")).isEqualTo(new OfNothing());
    }

    @Test
    void whatWeDoNotKeepIsOfNothing() throws Forged {
        assertThat(about("payment_intent.created", """
                {"id": "pi_1", "object": "payment_intent"}""")).isEqualTo(new OfNothing());
        assertThat(about("checkout.session.completed", """
                {"id": "cs_1", "object": "checkout.session", "mode": "setup"}""")).isEqualTo(new OfNothing());
        assertThat(about("charge.succeeded", """
                {"id": "ch_1", "object": "charge"}""")).isEqualTo(new OfNothing());
        assertThat(about("of.the.future", "{\"object\": \"robot\"}")).isEqualTo(new OfNothing());
        assertThat(about("of.the.future", "null")).isEqualTo(new OfNothing());
    }

    private Concern about(String type, String object) throws Forged {
        byte[] body = event(type, object.formatted(KEY));
        return read(body, header(body)).about();
    }

    private Notice read(byte[] body, String header) throws Forged {
        return notices.read(CREDENTIALS, Map.of("stripe-signature", header), body, NOW);
    }

    private static String header(byte[] body) {
        return "t=%d,v1=%s".formatted(T, sign(Words.SIGNING, T, body));
    }

    private static byte[] event(String type, String object) {
        return """
                {"id": "evt_1", "object": "event", "type": "%s", "livemode": false, "data": {"object": %s}}""".formatted(type, object).getBytes(UTF_8);
    }

    private static String sign(String secret, long at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((at + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
