package com.gmservices.payments.paystack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.outbound.Outbound;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.payments.gateway.Complaints.Evidence;
import com.gmservices.payments.gateway.Complaints.File;
import com.gmservices.payments.gateway.Complaints.Stage;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup.Check;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.vendor.FakeServer.Trouble;
import com.gmservices.payments.vendor.VendorSilent;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The business's account there: its key, its statement, and complaints about it. */
class PaystackAccountTests {

    private final FakePaystack vendor = new FakePaystack();
    private final PaystackCalls calls = Fixtures.calls(vendor.url());
    private final PaystackSetup setup = new PaystackSetup(calls);
    private final PaystackPages pages = new PaystackPages(calls);
    private final PaystackStatement statement = new PaystackStatement(pages);
    private final PaystackComplaints complaints =
            new PaystackComplaints(calls, new PaystackUploads(calls, PaystackAccountTests::send));

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void isLetInWithTheRightKey() {
        assertThat(setup.check(Fixtures.HARBOUR)).isEqualTo(new Check.Fine("Test account, NGN"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, sk_test_wrong, does not know this secret key",
        "true, sk_test_5f3a0c, begins with sk_live_",
        "false, sk_live_5f3a0c, begins with sk_test_",
        "false, pk_test_5f3a0c, is the public key",
        "false, hunter2, begins with sk_test_"
    })
    void saysWhatIsWrongWithAKey(boolean live, String secret, String words) {
        assertThat(setup.check(new Credentials(live, Map.of("secret_key", secret))))
                .isInstanceOfSatisfying(
                        Check.Wrong.class, it -> assertThat(it.sentence()).contains(words));
    }

    @Test
    void saysThatThePublicKeyIsOfTheOtherMode() {
        var credentials = new Credentials(false, Map.of("secret_key", FakePaystack.SECRET, "public_key", "pk_live_1"));

        assertThat(setup.check(credentials)).isInstanceOf(Check.Wrong.class);
    }

    @Test
    void doesNotCallAKeyWrongWhilePaystackIsBroken() {
        vendor.trouble("GET /balance", Trouble.BROKEN_AFTER);

        assertThat(setup.check(Fixtures.HARBOUR))
                .isInstanceOfSatisfying(
                        Check.Wrong.class, it -> assertThat(it.sentence()).contains("in a few minutes"));
    }

    @Test
    void tellsWhatWasMovedPageAfterPage() {
        Instant begin = Instant.now();
        List<UUID> keys = List.of(sell(), sell(), sell(), sell(), sell());
        giveBack(keys.getFirst(), 1_000);
        UUID refund = giveBack(keys.getLast(), 400);
        vendor.settles(4_925, Instant.now());
        vendor.settles(1, begin.minus(Duration.ofDays(2)));

        List<Movement> movements = statement.movements(begin, Instant.now().plusSeconds(1));

        assertThat(of(movements, Kind.CHARGE)).extracting(Movement::key).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(of(movements, Kind.CHARGE)).allSatisfy(it -> {
            assertThat(it.gross()).isEqualTo(Money.of(1_000, "NGN"));
            assertThat(it.fee()).isEqualTo(Money.of(15, "NGN"));
            assertThat(it.object()).isEqualTo(String.valueOf(it.key()));
        });
        assertThat(of(movements, Kind.REFUND)).hasSize(2).anySatisfy(it -> {
            assertThat(it.key()).isEqualTo(refund);
            assertThat(it.gross()).isEqualTo(Money.of(400, "NGN"));
        });
        assertThat(of(movements, Kind.PAYOUT)).extracting(Movement::gross).containsExactly(Money.of(4_925, "NGN"));
        assertThat(movements).extracting(Movement::reference).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhichChargeALostComplaintWasAbout() {
        Instant begin = Instant.now();
        UUID key = sell();
        vendor.refunds.forDispute(vendor.sale(key), 1_000);

        assertThat(of(statement.movements(begin, Instant.now().plusSeconds(1)), Kind.DISPUTE))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.key()).isEqualTo(key);
                    assertThat(it.object()).isEqualTo(key.toString());
                });
    }

    @Test
    void tellsNothingRatherThanAPart() {
        sell();
        sell();
        sell();
        vendor.trouble("GET /settlement", Trouble.BROKEN_AFTER);

        assertThatExceptionOfType(VendorSilent.class)
                .isThrownBy(() -> statement.movements(Instant.EPOCH, Instant.now()));
    }

    @Test
    void readsAComplaint() {
        UUID key = complainedAbout();

        assertThat(complaints.read("7"))
                .contains(new Complaint(
                        "7",
                        key,
                        key.toString(),
                        Money.of(1_000, "NGN"),
                        "chargeback",
                        Stage.NEEDS_RESPONSE,
                        Instant.parse("2026-12-01T18:00:00Z")));
        assertThat(complaints.read("8")).isEmpty();
    }

    @Test
    void contestsAComplaintWithAllFiles() {
        complainedAbout();
        var photo = new File("photo.jpg", "image/jpeg", "a photo".getBytes(UTF_8));
        var letter = new File("letter.pdf", "application/pdf", "a letter".getBytes(UTF_8));

        Complaint after = complaints.contest("7", new Evidence("It was repaired.", List.of(photo, letter)));

        assertThat(after.stage()).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(vendor.disputes.files.values()).containsExactlyInAnyOrder("a photo", "a letter");
    }

    @Test
    void contestsAComplaintWithoutAFile() {
        complainedAbout();

        assertThat(complaints
                        .contest("7", new Evidence("It was repaired.", List.of()))
                        .stage())
                .isEqualTo(Stage.UNDER_REVIEW);
        assertThat(vendor.disputes.files.values()).containsExactly("It was repaired.");
    }

    @Test
    void acceptsAComplaintOnce() {
        complainedAbout();

        assertThat(complaints.accept("7").stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(complaints.accept("7").stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(vendor.asked("PUT /dispute/7/resolve")).isEqualTo(1);
    }

    private UUID complainedAbout() {
        UUID key = sell();
        vendor.disputes.open("7", vendor.sale(key));
        return key;
    }

    private UUID sell() {
        UUID key = UUID.randomUUID();
        var charge = new Paystack.SavedCharge("ada@example.com", 1_000, "NGN", key.toString(), FakePaystack.GOOD);
        calls.require((paystack, secret) -> paystack.charge(secret, charge));
        return key;
    }

    private UUID giveBack(UUID sale, long amount) {
        UUID key = UUID.randomUUID();
        vendor.refunds.begin = "processed";
        var refund = new Paystack.Refund(sale.toString(), amount, "NGN", null, key.toString());
        calls.require((paystack, secret) -> paystack.refund(secret, refund));
        return key;
    }

    private static List<Movement> of(List<Movement> movements, Kind kind) {
        return movements.stream().filter(it -> it.kind() == kind).toList();
    }

    /** As {@link Outbound} would, which does not go to this machine. */
    private static Outbound.Answer send(Outbound.Call call) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Outbound.Answer(answer.statusCode(), Map.of(), answer.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
