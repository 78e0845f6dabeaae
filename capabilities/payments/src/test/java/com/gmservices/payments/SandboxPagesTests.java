package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.MethodKeeper;
import com.gmservices.payments.gateway.Statement;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.inbox.Postman;
import com.gmservices.payments.sandbox.SandboxClerk;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sandbox's own pages: what becomes of a payment is chosen there, and its books are made to go wrong. */
class SandboxPagesTests extends Counter {

    @Autowired
    UnresolvedPayments unresolved;

    @Autowired
    SandboxClerk sandbox;

    @Autowired
    Postman postman;

    @Autowired
    List<Statement> statements;

    @Autowired
    List<MethodKeeper> keepers;

    Browser eva = new Browser("");

    @BeforeEach
    void anAdministrator() {
        eva = browser("Eva", Role.ADMIN);
    }

    @Test
    void itsPageStandsFirstAmongTheWaysToPay() {
        String page = ada.get(pay()).body();

        assertThat(page.indexOf("sandbox/sandbox_page")).isPositive().isLessThan(page.indexOf("sandbox/sandbox_ok"));
        assertThat(ada.get(hosted()).body())
                .contains("Pay NGN\u00a045,000.00", "Be declined", "SR-2026-000123", "No real money moves")
                .doesNotContain("??");
    }

    @Test
    void whoPaysIsBackWithThanks() {
        String back = ada.next(choose(hosted(), "paid"));

        assertThat(ada.next(ada.get(back))).isEqualTo("/bills/" + bill);
        assertThat(stillDue()).isZero();
    }

    @Test
    void theWordAloneSettlesWhoeverDoesNotComeBack() {
        choose(hosted(), "paid");

        in(this::work);

        assertThat(stillDue()).isZero();
    }

    @Test
    void whoIsDeclinedMayTryAgain() {
        String back = ada.next(choose(hosted(), "declined"));

        assertThat(ada.get(back).body()).contains("Your bank declined the card.");
        assertThat(stillDue()).isEqualTo(DUE);
    }

    @Test
    void theBankAsksFirst() {
        String bank = ada.next(choose(hosted(), "bank"));
        assertThat(ada.get(bank).body()).contains("Confirm NGN\u00a045,000.00").doesNotContain("??");

        String back = ada.next(ada.post(bank.replace("/bank", "/approval"), ada.hidden(bank)));

        assertThat(ada.next(ada.get(back))).isEqualTo("/bills/" + bill);
        assertThat(stillDue()).isZero();
    }

    @Test
    void silenceIsFoundByLookingUp() {
        String page = ada.next(choose(hosted(), "silence"));
        assertThat(ada.get(page).body()).contains("the answer was lost", "Back to the business");
        assertThat(in(() -> postman.waiting())).isEmpty();
        assertThat(stillDue()).isEqualTo(DUE);

        clock.pass(Duration.ofSeconds(10));
        unresolved.resolve();

        assertThat(stillDue()).isZero();
    }

    @Test
    void theSameWordTwiceCountsOnce() {
        choose(hosted(), "twice");

        assertThat(in(() -> postman.waiting())).hasSize(1);
        in(this::work);
        assertThat(stillDue()).isZero();
    }

    @Test
    void aWordThatComesLateComes() {
        choose(hosted(), "late");
        sandbox.sendDue();
        assertThat(in(() -> postman.waiting())).isEmpty();

        clock.pass(Duration.ofSeconds(61));
        sandbox.sendDue();
        in(this::work);

        assertThat(stillDue()).isZero();
    }

    @Test
    void whoComplainsAfterwardsOpensADispute() {
        choose(hosted(), "complaint");
        in(this::work);

        assertThat(eva.get("/disputes").body()).contains("SR-2026-000123", "To answer");
    }

    @Test
    void whatIsChosenStays() {
        String page = hosted();
        choose(page, "declined");
        choose(page, "paid");

        assertThat(ada.get(page).body())
                .contains("This has been decided already.")
                .doesNotContain("What shall happen?");
        assertThat(eva.get("/sandbox").body()).contains("Nothing was charged yet");
    }

    @Test
    void theBooksAreMadeToGoWrong() {
        choose(hosted(), "paid");
        in(this::work);
        String charge =
                eva.get("/sandbox").body().replaceAll("(?s).*/sandbox/charges/([0-9a-f-]{36})/difference.*", "$1");

        plant("/sandbox/charges", Map.of());
        plant("/sandbox/charges/%s/difference".formatted(charge), Map.of());
        plant("/sandbox/charges/%s/dispute".formatted(charge), Map.of("amount", "100"));
        in(this::work);

        assertThat(eva.get("/sandbox").body())
                .contains("A charge that nobody knows", "The statement says NGN\u00a045,001.00", "The payer wins")
                .doesNotContain("??");
        List<Movement> movements = movements();
        assertThat(movements).extracting(Movement::kind).containsExactly(Kind.CHARGE, Kind.CHARGE, Kind.DISPUTE);
        assertThat(movements).extracting(it -> it.gross().amount()).containsExactly(DUE + 100, 4_999L, 10_000L);
        assertThat(movements.getFirst().fee().amount()).isEqualTo(67_502);
        assertThat(movements.get(1).key()).isNull();
        assertThat(movements.getLast().object()).isEqualTo(movements.getFirst().object());

        String decision =
                eva.get("/sandbox").body().replaceAll("(?s).*(/sandbox/disputes/[0-9a-f-]{36}/decision).*", "$1");
        plant(decision, Map.of("won", "true"));
        in(this::work);

        assertThat(eva.get("/disputes").body()).contains(">Won<");
        assertThat(movements().getLast().kind()).isEqualTo(Kind.DISPUTE_WON);
        plant("/sandbox/payouts", Map.of());
        assertThat(movements().getLast().gross().amount()).isEqualTo(DUE + 100 - 67_502 + 4_999 - 75);
        plant("/sandbox/payouts", Map.of());
        assertThat(movements()).filteredOn(it -> it.kind() == Kind.PAYOUT).hasSize(1);
    }

    @Test
    void onlyAdministratorsSeeTheBooks() {
        Browser ben = browser("Ben", Role.STAFF);

        assertThat(eva.get("/sandbox").statusCode()).isEqualTo(200);
        assertThat(ben.get("/sandbox").statusCode()).isEqualTo(403);
        assertThat(ada.get("/sandbox").statusCode()).isEqualTo(403);
    }

    @Test
    void aCardIsLeftWithoutBeingCharged() {
        MethodKeeper keeper = keepers.stream()
                .filter(it -> it.gateway().equals("sandbox"))
                .findFirst()
                .orElseThrow();
        UUID key = UUID.randomUUID();
        var payer = new Charge.Payer(UUID.randomUUID(), "Ada", null);
        var start = in(() -> keeper.start(key, payer, URI.create("http://localhost/t/x/back")));
        String page = "/sandbox/methods/" + key;
        assertThat(start.continueAt().toString()).endsWith(page);
        assertThat(in(() -> keeper.finish(key, start.reference()))).isEmpty();
        assertThat(ada.get(page).body()).contains("A card that works (…4242)").doesNotContain("??");

        ada.post(page + "/card", ada.hidden(page), "card", "sandbox_ok");

        var kept = in(() -> keeper.finish(key, start.reference())).orElseThrow();
        assertThat(kept.ending()).isEqualTo("4242");
        in(() -> keeper.forget(kept));
        in(() -> keeper.forget(kept));
        assertThat(in(() -> keeper.finish(key, start.reference()))).isEmpty();
        assertThat(movements()).isEmpty();
    }

    private String hosted() {
        return ada.next(ada.post(pay(), ada.hidden(pay()), "choice", "sandbox/sandbox_page"));
    }

    private HttpResponse<String> choose(String page, String outcome) {
        return ada.post(page + "/outcome", ada.hidden(page), "outcome", outcome);
    }

    private void plant(String path, Map<String, String> fields) {
        Map<String, String> form = eva.hidden("/sandbox");
        form.putAll(fields);
        assertThat(eva.post(path, form).statusCode()).isEqualTo(302);
    }

    private void work() {
        postman.work();
    }

    private List<Movement> movements() {
        Statement statement = statements.stream()
                .filter(it -> it.gateway().equals("sandbox"))
                .findFirst()
                .orElseThrow();
        return in(() -> statement.movements(Instant.EPOCH, clock.instant()));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, work::get);
    }

    private void in(Runnable work) {
        CurrentTenant.run(harbour, work);
    }
}
