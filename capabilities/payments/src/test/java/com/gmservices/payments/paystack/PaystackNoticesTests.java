package com.gmservices.payments.paystack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfCharge;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfDispute;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfNothing;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfRefund;
import com.gmservices.payments.gateway.NoticeReader.Forged;
import com.gmservices.payments.gateway.NoticeReader.Notice;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PaystackNoticesTests {

    private final PaystackNotices notices = new PaystackNotices(JsonMapper.shared());
    private final UUID key = UUID.randomUUID();
    private final String charged =
            "{\"event\":\"charge.success\",\"data\":{\"id\":302961,\"reference\":\"%s\",\"status\":\"success\"}}"
                    .formatted(key);

    @Test
    void tellsOfACharge() throws Exception {
        assertThat(read(charged))
                .isEqualTo(new Notice(
                        "charge.success 302961 " + key, "charge.success", new OfCharge(key, key.toString())));
    }

    @Test
    void tellsOfARefundByItsNoteOrItsCharge() throws Exception {
        UUID refund = UUID.randomUUID();
        assertThat(read("""
                {"event":"refund.needs-attention","data":{"id":"77","merchant_note":"%s","transaction_reference":"%s"}}
                """.formatted(refund, key)).about()).isEqualTo(new OfRefund(refund, "77", key.toString()));
        assertThat(read("""
                {"event":"refund.processed","data":{"refund_reference":"132013318360","transaction_reference":"%s"}}
                """.formatted(key)).about()).isEqualTo(new OfRefund(null, null, key.toString()));
    }

    @Test
    void tellsOfADisputeEachTimeItMoves() throws Exception {
        Notice first = read("{\"event\":\"charge.dispute.remind\",\"data\":{\"id\":358950,\"updated_at\":\"a\"}}");
        Notice second = read("{\"event\":\"charge.dispute.remind\",\"data\":{\"id\":358950,\"updated_at\":\"b\"}}");

        assertThat(first.about()).isEqualTo(new OfDispute("358950"));
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void whatIsSentAgainIsTheSame() throws Exception {
        assertThat(read(charged).id()).isEqualTo(read(charged).id());
        assertThat(read("{\"event\":\"odd\"}").id())
                .isEqualTo(read("{\"event\":\"odd\"}").id());
    }

    @Test
    void keepsNothingOfWhatDoesNotConcernPayments() throws Exception {
        assertThat(read("{\"event\":\"transfer.success\",\"data\":{\"reference\":\"x\"}}")
                        .about())
                .isEqualTo(new OfNothing());
        assertThat(read("{\"event\":\"charge.success\",\"data\":{\"reference\":\"of-their-shop\"}}")
                        .about())
                .isEqualTo(new OfCharge(null, "of-their-shop"));
    }

    @Test
    void refusesWhatIsForgedOrAlteredByOneByte() {
        byte[] body = charged.getBytes(UTF_8);
        String signature = sign(FakePaystack.SECRET, body);
        byte[] altered = body.clone();
        altered[altered.length - 3] ^= 1;

        assertForged(altered, Map.of("x-paystack-signature", signature));
        assertForged(body, Map.of("x-paystack-signature", sign("sk_test_another", body)));
        assertForged(body, Map.of("x-paystack-signature", ""));
        assertForged(body, Map.of());
        assertForged(
                "no JSON".getBytes(UTF_8),
                Map.of("x-paystack-signature", sign(FakePaystack.SECRET, "no JSON".getBytes(UTF_8))));
    }

    private void assertForged(byte[] body, Map<String, String> headers) {
        assertThatExceptionOfType(Forged.class)
                .isThrownBy(() -> notices.read(Fixtures.HARBOUR, headers, body, Instant.now()));
    }

    private Notice read(String body) throws Forged {
        byte[] bytes = body.getBytes(UTF_8);
        Credentials harbour = Fixtures.HARBOUR;
        return notices.read(
                harbour, Map.of("x-paystack-signature", sign(FakePaystack.SECRET, bytes)), bytes, Instant.now());
    }

    private static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA512"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
