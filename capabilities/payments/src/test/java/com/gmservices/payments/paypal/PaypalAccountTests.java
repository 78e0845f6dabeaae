package com.gmservices.payments.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.payments.gateway.Complaints.Evidence;
import com.gmservices.payments.gateway.Complaints.File;
import com.gmservices.payments.gateway.Complaints.Stage;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup.Check;
import com.gmservices.payments.gateway.MethodKeeper;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.vendor.FakeServer.Trouble;
import com.gmservices.payments.vendor.VendorSilent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The business's account there: how it is let in, its statement, complaints about it, and what its payers leave. */
class PaypalAccountTests {

    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");

    private final FakePaypal vendor = new FakePaypal();
    private final PaypalCalls calls = Fixtures.calls(vendor.url(), Clock.systemUTC());
    private final PaypalSetup setup = new PaypalSetup(calls);
    private final PaypalStatement statement = new PaypalStatement(calls);
    private final PaypalComplaints complaints = new PaypalComplaints(calls);
    private final PaypalMethodKeeper keeper = new PaypalMethodKeeper(calls);
    private final UUID key = UUID.randomUUID();

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void isLetInWithTheRightPair() {
        assertThat(setup.check(Fixtures.HARBOUR)).isEqualTo(new Check.Fine("Test account, APP-80W284485P519543T"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, wrong, 1JE4291016473214C, Sandbox side",
        "true, wrong, 1JE4291016473214C, Live side",
        "false, EF-secret, 5ABC, no webhook with this ID",
        "false, EF-secret, ' ', webhook ID is missing"
    })
    void saysWhatIsWrong(boolean live, String secret, String webhook, String words) {
        var credentials = new Credentials(
                live, Map.of("client_id", FakePaypal.CLIENT, "client_secret", secret, "webhook_id", webhook));

        assertThat(setup.check(credentials))
                .isInstanceOfSatisfying(
                        Check.Wrong.class, it -> assertThat(it.sentence()).contains(words));
    }

    @Test
    void doesNotCallAPairWrongWhilePaypalIsBroken() {
        vendor.trouble("POST /v1/oauth2/token", Trouble.BROKEN_AFTER);

        assertThat(setup.check(Fixtures.HARBOUR))
                .isInstanceOfSatisfying(
                        Check.Wrong.class, it -> assertThat(it.sentence()).contains("in a few minutes"));
    }

    @Test
    void tellsWhatWasMovedPageAfterPageAndMonthAfterMonth() {
        UUID refund = UUID.randomUUID();
        moved("CAP1", "T0006", "10.00", "-0.59", key, day(1));
        moved("REF1", "T1107", "-4.00", "0.10", refund, day(2));
        moved("REF2", "T1107", "-1.00", "0.00", key, day(3));
        moved("HOLD", "T1110", "-5.00", "0.00", key, day(4));
        moved("BACK", "T1111", "5.00", "0.00", key, day(5));
        moved("BANK", "T0403", "-4.41", "0.00", "", day(40));
        moved("NONE", "T0006", "0.00", "0.00", key, day(40));
        moved("FEES", "T0106", "-0.30", "0.00", "", day(41));
        moved("EURO", "T0200", "-3.00", "0.00", "", day(42));
        moved("LATE", "T0006", "10.00", "-0.59", key, day(70));

        List<Movement> movements = statement.movements(NOVEMBER, day(60));

        assertThat(movements)
                .extracting(Movement::kind)
                .containsExactly(
                        Kind.CHARGE, Kind.REFUND, Kind.REFUND, Kind.DISPUTE, Kind.DISPUTE_WON, Kind.PAYOUT, Kind.FEE);
        assertThat(movements.getFirst())
                .isEqualTo(new Movement("CAP1 T0006", Kind.CHARGE, key, "CAP1", dollars(1_000), dollars(59), day(1)));
        assertThat(movements.get(1).key()).isEqualTo(refund);
        assertThat(movements.get(1).fee()).isEqualTo(dollars(0));
        assertThat(movements.get(2).key()).isEqualTo(key);
        assertThat(movements.get(3).object()).isEqualTo("CAP7");
    }

    @Test
    void asksInHalvesForWhatIsTooMuchAtOnce() {
        vendor.reports.most = 3;
        for (int day = 0; day < 20; day++) {
            moved("CAP" + day, "T0006", "1.00", "0.00", UUID.randomUUID(), day(day));
        }

        assertThat(statement.movements(NOVEMBER, day(31))).hasSize(20);
    }

    @Test
    void tellsNothingRatherThanAPart() {
        moved("CAP1", "T0006", "10.00", "-0.59", key, day(1));
        vendor.trouble("GET /v1/reporting", Trouble.BROKEN_AFTER);

        assertThatExceptionOfType(VendorSilent.class).isThrownBy(() -> statement.movements(NOVEMBER, day(60)));
    }

    @Test
    void readsAComplaint() {
        vendor.reports.complains("PP-D-1", key);

        assertThat(complaints.read("PP-D-1"))
                .contains(new Complaint(
                        "PP-D-1",
                        key,
                        "CAP7",
                        dollars(1_000),
                        "merchandise_or_service_not_received",
                        Stage.NEEDS_RESPONSE,
                        Instant.parse("2026-12-09T10:00:00Z")));
        assertThat(complaints.read("PP-D-2")).isEmpty();
    }

    @Test
    void contestsAComplaintWithAllFilesOnce() {
        vendor.reports.complains("PP-D-1", key);
        var photo = new File("photo.jpg", "image/jpeg", "a photo".getBytes(UTF_8));
        var letter = new File("letter.pdf", "application/pdf", "a letter".getBytes(UTF_8));
        var evidence = new Evidence("It was repaired.", List.of(photo, letter));

        assertThat(complaints.contest("PP-D-1", evidence).stage()).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(complaints.contest("PP-D-1", evidence).stage()).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(vendor.asked("POST /v1/customer/disputes")).isEqualTo(1);
    }

    @Test
    void contestsAComplaintWithoutAFile() {
        vendor.reports.complains("PP-D-1", key);

        assertThat(complaints
                        .contest("PP-D-1", new Evidence("It was repaired.", List.of()))
                        .stage())
                .isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void acceptsAComplaint() {
        vendor.reports.complains("PP-D-1", key);

        assertThat(complaints.accept("PP-D-1").stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void keepsAWalletOnceThePayerHasAgreed() {
        MethodKeeper.Start start = keeper.start(key, Fixtures.ADA, Fixtures.BACK);
        assertThat(start.continueAt().getHost()).endsWith("paypal.com");
        assertThat(keeper.finish(key, start.reference())).isEmpty();

        vendor.vault.approve(start.reference());
        var kept = keeper.finish(key, start.reference()).orElseThrow();

        assertThat(kept.ending()).isEqualTo("a…@example.com");
        assertThat(keeper.finish(key, start.reference())).contains(kept);
        assertThat(vendor.vault.tokens).hasSize(1);
    }

    @Test
    void aWalletThatWasKeptWithoutAnAnswerIsKeptOnce() {
        MethodKeeper.Start start = keeper.start(key, Fixtures.ADA, Fixtures.BACK);
        vendor.vault.approve(start.reference());
        vendor.trouble("POST /v3/vault/payment-tokens", Trouble.SILENT_AFTER);
        assertThatExceptionOfType(VendorSilent.class).isThrownBy(() -> keeper.finish(key, start.reference()));

        assertThat(keeper.finish(key, start.reference())).isPresent();
        assertThat(vendor.vault.tokens).hasSize(1);
    }

    @Test
    void forgetsAWalletForGood() {
        MethodKeeper.Start start = keeper.start(key, Fixtures.ADA, Fixtures.BACK);
        vendor.vault.approve(start.reference());
        var kept = keeper.finish(key, start.reference()).orElseThrow();

        keeper.forget(kept);
        keeper.forget(kept);

        assertThat(vendor.vault.tokens).isEmpty();
    }

    private void moved(String id, String event, String amount, String fee, Object custom, Instant at) {
        vendor.reports.moved(id, event, amount, fee, custom, key, at);
    }

    private static Instant day(int day) {
        return NOVEMBER.plus(Duration.ofDays(day));
    }

    private static Money dollars(long cents) {
        return Money.of(cents, "USD");
    }
}
