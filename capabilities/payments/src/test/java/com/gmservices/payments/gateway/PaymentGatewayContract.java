package com.gmservices.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.RefundOutcome.Refunded;
import com.gmservices.payments.gateway.RefundOutcome.Refused;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the till relies on, whoever moves the money. Each adapter's test extends it and says how to bring about what. */
public abstract class PaymentGatewayContract {

    /** Methods of payment that end in this way. */
    public record Methods(String good, String declined, String asksCustomer, String silent) {}

    protected abstract PaymentGateway gateway();

    protected abstract Methods methods();

    protected abstract void customerApproves(UUID charge);

    protected abstract void customerRefuses(UUID charge);

    /** What was taken under this key, as the vendor's own books have it. */
    protected abstract Money taken(UUID charge);

    protected final TenantId harbour = TenantId.next();
    private final UUID key = UUID.randomUUID();

    @Test
    void takesTheMoney() {
        assertThat(charge(methods().good)).isInstanceOf(Captured.class);
        assertThat(taken(key)).isEqualTo(price());
    }

    @Test
    void takesItOnceUnderOneKey() {
        ChargeOutcome first = charge(methods().good);

        assertThat(charge(methods().good)).isEqualTo(first);
        assertThat(lookUp()).contains(first);
    }

    @Test
    void aDeclineStaysADecline() {
        assertThat(charge(methods().declined)).isInstanceOf(Declined.class);
        assertThat(charge(methods().good)).isInstanceOf(Declined.class);
        assertThat(lookUp()).containsInstanceOf(Declined.class);
    }

    @Test
    void hasNotHeardOfWhatItWasNotAsked() {
        assertThat(lookUp()).isEmpty();
    }

    @Test
    void silenceIsUnknownUntilLookedUp() {
        assertThat(charge(methods().silent)).isInstanceOf(Unknown.class);
        assertThat(lookUp()).containsInstanceOf(Captured.class);
        assertThat(taken(key)).isEqualTo(price());
    }

    @Test
    void takesNothingBeforeTheCustomerApproves() {
        assertThat(charge(methods().asksCustomer)).isInstanceOf(AwaitingCustomer.class);

        customerApproves(key);

        assertThat(lookUp()).containsInstanceOf(Captured.class);
    }

    @Test
    void aCustomerWhoRefusesDeclines() {
        charge(methods().asksCustomer);

        customerRefuses(key);

        assertThat(lookUp()).containsInstanceOf(Declined.class);
    }

    @Test
    void whatIsCalledOffCannotBeApprovedAnyMore() {
        charge(methods().asksCustomer);
        assertThat(callOff()).isInstanceOf(Canceled.class);

        customerApproves(key);

        assertThat(lookUp()).containsInstanceOf(Canceled.class);
    }

    @Test
    void whatIsTakenCannotBeCalledOff() {
        charge(methods().good);

        assertThat(callOff()).isInstanceOf(Captured.class);
    }

    @Test
    void aChargeThatArrivesAfterItWasCalledOffTakesNothing() {
        assertThat(callOff()).isInstanceOf(Canceled.class);

        assertThat(charge(methods().good)).isInstanceOf(Canceled.class);
    }

    @Test
    void givesBackInParts() {
        charge(methods().good);

        assertThat(refund(600)).isInstanceOf(Refunded.class);
        assertThat(refund(400)).isInstanceOf(Refunded.class);
        assertThat(refund(1)).isInstanceOf(Refused.class);
    }

    @Test
    void givesBackOnceUnderOneKey() {
        charge(methods().good);
        UUID refund = UUID.randomUUID();

        assertThat(refund(refund, 1_000)).isInstanceOf(Refunded.class);
        assertThat(refund(refund, 1_000)).isInstanceOf(Refunded.class);
    }

    @Test
    void givesNothingBackOfWhatWasNotTaken() {
        charge(methods().declined);

        assertThat(refund(1)).isInstanceOf(Refused.class);
    }

    private ChargeOutcome charge(String method) {
        var charge = new Charge(key, price(), method, "SR-2026-000123", "/payments/1/outcome");
        return CurrentTenant.call(harbour, () -> gateway().charge(charge));
    }

    private Optional<ChargeOutcome> lookUp() {
        return CurrentTenant.call(harbour, () -> gateway().lookUp(key));
    }

    private ChargeOutcome callOff() {
        return CurrentTenant.call(harbour, () -> gateway().callOff(key));
    }

    private RefundOutcome refund(long amount) {
        return refund(UUID.randomUUID(), amount);
    }

    private RefundOutcome refund(UUID refund, long amount) {
        return CurrentTenant.call(harbour, () -> gateway().refund(refund, key, Money.of(amount, "NGN")));
    }

    private static Money price() {
        return Money.of(1_000, "NGN");
    }
}
