package com.gmservices.payments.paypal;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.Repayment;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.net.URI;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Who pays through PayPal, by its page or with a wallet that it keeps. */
@SpringBootTest
abstract class Buyers {

    static final Money TEN = Money.of(1_000, "USD");
    static final String ORDERS = "POST /v2/checkout/orders";
    static final String AUTHORIZATIONS = "POST /v2/payments/authorizations";

    @Autowired
    AskedCharges asked;

    @Autowired
    Clock clock;

    FakePaypal vendor = new FakePaypal();
    PaypalGateway paypal;
    TenantId harbour = TenantId.next();
    UUID key = UUID.randomUUID();

    @BeforeEach
    void open() {
        paypal = at(vendor.url(), clock);
    }

    PaypalGateway at(URI base, Clock now) {
        return gateway(base, asked, now);
    }

    static PaypalGateway gateway(URI base, AskedCharges asked, Clock now) {
        PaypalCalls calls = Fixtures.calls(base, now);
        var traces = new PaypalTraces(new PaypalStatement(calls), now);
        var orders = new PaypalOrders(calls, asked, traces);
        var renewals = new PaypalRenewals(calls, orders, traces, asked, now);
        return new PaypalGateway(
                orders, new PaypalReservations(calls, renewals, asked), new PaypalRefunds(calls), asked, traces, now);
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    Charge page() {
        return Fixtures.charge(key, null, TEN, null, false);
    }

    static Charge other() {
        return Fixtures.charge(UUID.randomUUID(), null, TEN, null, false);
    }

    Charge wallet() {
        return Fixtures.charge(key, null, TEN, Fixtures.wallet(FakeOrders.GOOD), false);
    }

    Charge reserving() {
        return Fixtures.charge(key, null, TEN, Fixtures.wallet(FakeOrders.GOOD), true);
    }

    ChargeOutcome charge(Charge charge) {
        return CurrentTenant.call(harbour, () -> paypal.charge(charge));
    }

    Optional<ChargeOutcome> lookUp(Charge charge) {
        return CurrentTenant.call(harbour, () -> paypal.lookUp(charge));
    }

    ChargeOutcome callOff(Charge charge) {
        return CurrentTenant.call(harbour, () -> paypal.callOff(charge));
    }

    ChargeOutcome capture(long amount) {
        return CurrentTenant.call(harbour, () -> paypal.capture(reserving(), Money.of(amount, "USD")));
    }

    RefundOutcome refund(UUID refund, @Nullable String reference, String capture, long amount) {
        return CurrentTenant.call(
                harbour, () -> paypal.refund(repayment(refund, reference, capture, Money.of(amount, "USD"))));
    }

    Repayment repayment(UUID refund, @Nullable String reference, String capture, Money amount) {
        Charge charge = Fixtures.charge(key, capture, TEN, Fixtures.wallet(FakeOrders.GOOD), false);
        return new Repayment(refund, reference, charge, amount, null);
    }

    /** As PayPal's own books have it. */
    Money taken(UUID charge) {
        return Money.ofMajor(vendor.orders.taken(charge), Currency.getInstance("USD"));
    }
}
