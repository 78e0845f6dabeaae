package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.Money;
import com.gmservices.payments.CaptureMethod;
import com.gmservices.payments.Checkout;
import com.gmservices.payments.Payment;
import com.gmservices.payments.Refunding;
import com.gmservices.payments.Try;
import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Tenants;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReceiptTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Checkout checkout;

    @Autowired
    Refunding refunding;

    @Autowired
    Tenants tenants;

    @Autowired
    Clock clock;

    Yard yard;
    ServiceRequest request;
    Client chidi;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        request = boatyard.request(yard);
        chidi = clients.browser(yard, yard.chidi());
    }

    @Test
    void hasTheLinesAndTaxesOfTheAcceptedQuote() {
        yard.inside(() -> {
            tenants.change(
                    yard.ada(),
                    yard.tenant().revision(),
                    new Tenants.Change(null, null, null, null, "TIN-4711", null, null, null, null));
            desk.quote(
                    yard.ben(),
                    request.id(),
                    null,
                    List.of(new Line("Crane <half a day>", new BigDecimal("2"), 400_000, "vat")),
                    clock.instant().plusSeconds(3_600));
            desk.accept(yard.chidi(), request.id(), null);
        });

        assertThat(chidi.get(receipt(pay())).text())
                .contains("Payment receipt", "Apapa Boats", "Tax number TIN-4711", "Chidi Okafor", request.reference())
                .contains("Crane &lt;half a day&gt;", "8,000.00", "VAT 7.5 %", "600.00", "8,600.00")
                .doesNotContain("??", "Given back");
    }

    @Test
    void aFixedPriceIsOneLineWithItsTax() {
        yard.inside(() -> desk.accept(yard.ben(), request.id(), null));

        assertThat(chidi.get(receipt(pay())).text())
                .contains("Crane out and in", "9,000.00", "Total, with any tax")
                .doesNotContain("??", "VAT");
    }

    @Test
    void saysWhatWasGivenBack() {
        yard.inside(() -> desk.accept(yard.ben(), request.id(), null));
        Payment payment = pay();
        yard.inside(() ->
                refunding.refund(yard.ada(), payment.id(), new Money(100_000, Boatyard.NAIRA), "A secret", "key"));

        assertThat(chidi.get(receipt(payment)).text())
                .contains("Given back on", "1,000.00", "Paid after refunds", "8,000.00")
                .doesNotContain("A secret");
    }

    @Test
    void leadsFromTheRequestToItsOnlyReceipt() {
        yard.inside(() -> desk.accept(yard.ben(), request.id(), null));
        Payment payment = pay();

        assertThat(chidi.get("/requests/" + request.id()).text())
                .contains("/receipts?kind=service-request", "NGN\u00a09,000.00</p>")
                .doesNotContain("NGN 9000.00");
        assertThat(chidi.get("/receipts?kind=service-request&subject=" + request.id())
                        .header("Location"))
                .endsWith("/payments/" + payment.id() + "/receipt");
        assertThat(chidi.get("/receipts").text()).contains("/payments/" + payment.id() + "/receipt");
    }

    @Test
    void isForThePayerAndStaffOfThisBusiness() {
        yard.inside(() -> desk.accept(yard.ben(), request.id(), null));
        Payment payment = pay();
        CurrentMember dayo = boatyard.join(yard, "Dayo Bello", Role.CUSTOMER);
        Yard elsewhere = boatyard.open();

        assertThat(clients.browser(yard, yard.ben()).get(receipt(payment)).status())
                .isEqualTo(200);
        assertThat(clients.browser(yard, dayo).get(receipt(payment)).status()).isEqualTo(404);
        assertThat(clients.browser(yard, dayo).get("/receipts").text()).contains("No receipts yet");
        assertThat(clients.browser(elsewhere, elsewhere.ada())
                        .get(receipt(payment))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thereIsNoneBeforeTheMoneyHasArrived() {
        yard.inside(() -> desk.accept(yard.ben(), request.id(), null));
        Payment waiting = pay("sandbox_action");

        assertThat(chidi.get(receipt(waiting)).status()).isEqualTo(404);
    }

    private Payment pay() {
        return pay("sandbox_ok");
    }

    private Payment pay(String method) {
        var wish = new Checkout.Wish(
                "service-request",
                request.id().value(),
                "sandbox",
                Try.of(method),
                null,
                null,
                CaptureMethod.AUTOMATIC);
        return yard.in(() -> checkout.pay(yard.chidi(), wish, "key of " + request.id()));
    }

    private static String receipt(Payment payment) {
        return "/payments/" + payment.id() + "/receipt";
    }
}
