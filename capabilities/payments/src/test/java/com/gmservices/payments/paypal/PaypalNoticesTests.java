package com.gmservices.payments.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.outbound.Outbound;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfCharge;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfDispute;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfNothing;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfRefund;
import com.gmservices.payments.gateway.NoticeReader.Forged;
import com.gmservices.payments.gateway.NoticeReader.Notice;
import com.gmservices.payments.paypal.Authority.Signer;
import com.gmservices.payments.vendor.VendorSilent;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PaypalNoticesTests {

    private static final String ADDRESS =
            "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594";
    private static final String HOST = "messageverificationcerts.sandbox.paypal.com";
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Authority ROOT = new Authority("Root of the web");
    private static final Authority BETWEEN = ROOT.below("Between them");
    private static final Signer PAYPAL = BETWEEN.signer(HOST, NOW);

    private final Map<String, String> served = new HashMap<>(Map.of(ADDRESS, PAYPAL.pem()));
    private final List<URI> fetched = new ArrayList<>();
    private final PaypalNotices notices =
            new PaypalNotices(new PaypalCertificates(this::serve, ROOT.anchors()), JsonMapper.shared());
    private final UUID key = UUID.randomUUID();
    private final String taken = """
            {"id":"WH-9UG43882HX7271132-6E0871324L7949614","event_type":"PAYMENT.CAPTURE.COMPLETED",
             "resource":{"id":"42311647XV020574X","custom_id":"%s"}}""".formatted(key);

    private Outbound.Answer serve(Outbound.Call call) throws IOException {
        fetched.add(call.uri());
        String pem = served.get(call.uri().toString());
        if (pem == null) {
            throw new IOException("There is nothing");
        }
        return new Outbound.Answer(200, Map.of(), pem.getBytes(UTF_8));
    }

    @Test
    void tellsOfAChargeAndFetchesTheCertificateOnce() throws Exception {
        assertThat(read(taken))
                .isEqualTo(new Notice(
                        "WH-9UG43882HX7271132-6E0871324L7949614",
                        "PAYMENT.CAPTURE.COMPLETED",
                        new OfCharge(key, "42311647XV020574X")));
        assertThat(read(taken)).isEqualTo(read(taken));
        assertThat(fetched).hasSize(1);
    }

    @Test
    void tellsOfAnApprovedOrder() throws Exception {
        assertThat(read("""
                {"id":"WH-1","event_type":"CHECKOUT.ORDER.APPROVED",
                 "resource":{"id":"5O190127TN364715T","purchase_units":[{"custom_id":"%s"}]}}
                """.formatted(key)).about()).isEqualTo(new OfCharge(key, "5O190127TN364715T"));
        assertThat(read("""
                {"id":"WH-2","event_type":"CHECKOUT.PAYMENT-APPROVAL.REVERSED","resource":{"order_id":"5O19"}}
                """).about()).isEqualTo(new OfCharge(null, "5O19"));
    }

    @Test
    void tellsOfARefundAndOfWhatItIs() throws Exception {
        assertThat(read("""
                {"id":"WH-3","event_type":"PAYMENT.CAPTURE.REFUNDED","resource":{"id":"1JU0","custom_id":"%s","links":[
                  {"rel":"self","href":"https://api.paypal.com/v2/payments/refunds/1JU0"},
                  {"rel":"up","href":"https://api.paypal.com/v2/payments/captures/CAP7"}]}}
                """.formatted(key)).about()).isEqualTo(new OfRefund(key, "1JU0", "CAP7"));
    }

    @Test
    void tellsOfADisputeAndOfNothingElse() throws Exception {
        assertThat(read("""
                {"id":"WH-4","event_type":"CUSTOMER.DISPUTE.CREATED","resource":{"dispute_id":"PP-D-1"}}
                """).about()).isEqualTo(new OfDispute("PP-D-1"));
        assertThat(read("{\"id\":\"WH-5\",\"event_type\":\"INVOICING.INVOICE.PAID\"}")
                        .about())
                .isEqualTo(new OfNothing());
    }

    @Test
    void refusesWhatIsForgedOrAlteredByOneByte() {
        Signer forger = new Authority("Root of evil").signer(HOST, NOW);
        byte[] altered = taken.getBytes(UTF_8);
        altered[altered.length - 5] ^= 1;

        assertForged("signature is wrong", headers(PAYPAL, taken), altered);
        assertForged("signature is wrong", headers(forger, taken), taken.getBytes(UTF_8));
        assertForged("signature is wrong", with("paypal-transmission-id", "another"), taken.getBytes(UTF_8));
        assertForged("cannot be read", with("paypal-transmission-sig", "no base64!"), taken.getBytes(UTF_8));
        assertForged("unknown way", with("paypal-auth-algo", "SHA1withRSA"), taken.getBytes(UTF_8));
        assertForged("no paypal-transmission-sig", without("paypal-transmission-sig"), taken.getBytes(UTF_8));
    }

    @Test
    void refusesWhatWasSignedForAnotherWebhook() {
        var other = new Credentials(false, Map.of("webhook_id", "ANOTHER"));

        assertThatExceptionOfType(Forged.class)
                .isThrownBy(() -> notices.read(other, headers(PAYPAL, taken), taken.getBytes(UTF_8), NOW));
    }

    @Test
    void refusesACertificateThatNobodyVouchesForOrThatIsNotPaypals() {
        served.put(ADDRESS, new Authority("Root of evil").signer(HOST, NOW).pem());
        assertForged("Nobody vouches", headers(PAYPAL, taken), taken.getBytes(UTF_8));

        String second = ADDRESS + "-2";
        served.put(second, BETWEEN.signer("paypal.com.evil.example", NOW).pem());
        assertForged("not PayPal's", with("paypal-cert-url", second), taken.getBytes(UTF_8));

        String third = ADDRESS + "-3";
        served.put(third, BETWEEN.signer(HOST, NOW.minus(Duration.ofDays(2))).pem());
        assertForged("Nobody vouches", with("paypal-cert-url", third), taken.getBytes(UTF_8));

        String fourth = ADDRESS + "-4";
        served.put(fourth, "<html>Not found</html>");
        assertForged("no certificate", with("paypal-cert-url", fourth), taken.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.sandbox.paypal.com/certs/1",
                "https://api.paypal.com.evil.example/certs/1",
                "https://evil.example/api.paypal.com",
                "https://evilpaypal.com/certs/1",
                "https://api.paypal.com@evil.example/certs/1",
                "https://user@api.paypal.com/certs/1",
                "https://api.paypal.com:8443/certs/1",
                "https://127.0.0.1/certs/1",
                "file:///etc/passwd",
                "no address",
                ""
            })
    void fetchesCertificatesFromPaypalOnly(String address) {
        assertForged("certificate", with("paypal-cert-url", address), taken.getBytes(UTF_8));
        assertThat(fetched).isEmpty();
    }

    @Test
    void refusesTheSandboxsSignatureForRealMoney() {
        var live = new Credentials(true, Fixtures.HARBOUR.values());

        assertThatExceptionOfType(Forged.class)
                .isThrownBy(() -> notices.read(live, headers(PAYPAL, taken), taken.getBytes(UTF_8), NOW))
                .withMessageContaining("sandbox");
    }

    @Test
    void takesWhatIsSentAgainForDaysAndNotWhatIsTooOld() throws Exception {
        assertThat(notices.read(
                        Fixtures.HARBOUR,
                        headers(PAYPAL, taken, NOW.minus(Duration.ofDays(3))),
                        taken.getBytes(UTF_8),
                        NOW))
                .isNotNull();
        assertForged("too old", headers(PAYPAL, taken, NOW.minus(Duration.ofDays(5))), taken.getBytes(UTF_8));
        assertForged("future", headers(PAYPAL, taken, NOW.plus(Duration.ofHours(2))), taken.getBytes(UTF_8));
        assertForged("no time", with("paypal-transmission-time", "yesterday"), taken.getBytes(UTF_8));
    }

    @Test
    void aCertificateThatCannotBeFetchedSaysNothingAboutTheNotice() throws Exception {
        served.clear();
        assertThatExceptionOfType(VendorSilent.class).isThrownBy(() -> read(taken));

        served.put(ADDRESS, PAYPAL.pem());
        assertThat(read(taken)).isNotNull();
    }

    private void assertForged(String why, Map<String, String> headers, byte[] body) {
        assertThatExceptionOfType(Forged.class)
                .isThrownBy(() -> notices.read(Fixtures.HARBOUR, headers, body, NOW))
                .withMessageContaining(why);
    }

    private Notice read(String body) throws Forged {
        return notices.read(Fixtures.HARBOUR, headers(PAYPAL, body), body.getBytes(UTF_8), NOW);
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> headers = headers(PAYPAL, taken);
        headers.put(name, value);
        return headers;
    }

    private Map<String, String> without(String name) {
        Map<String, String> headers = headers(PAYPAL, taken);
        headers.remove(name);
        return headers;
    }

    private static Map<String, String> headers(Signer signer, String body) {
        return headers(signer, body, NOW);
    }

    private static Map<String, String> headers(Signer signer, String body, Instant sent) {
        var crc = new CRC32();
        crc.update(body.getBytes(UTF_8));
        String signed = "trans-1|%s|%s|%d".formatted(sent, FakePaypal.WEBHOOK, crc.getValue());
        return new HashMap<>(Map.of(
                "paypal-transmission-id",
                "trans-1",
                "paypal-transmission-time",
                sent.toString(),
                "paypal-transmission-sig",
                signer.sign(signed),
                "paypal-cert-url",
                ADDRESS,
                "paypal-auth-algo",
                "SHA256withRSA"));
    }
}
