package com.gmservices.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.NotReached;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.RefundOutcome.Refunded;
import com.gmservices.payments.gateway.RefundOutcome.Refused;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.net.URI;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** The means of payment behind one of the methods, for vendors who take money at once only with a saved one. */
    protected @Nullable Means saved(String method) {
        return null;
    }

    /** Whether nothing is taken any more of what is called off. Where not, the adapter's test says what happens. */
    protected boolean callsOff() {
        return true;
    }

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
        assumeTrue(callsOff());
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
        assumeTrue(callsOff());
        assertThat(callOff()).isInstanceOf(Canceled.class);

        assertThat(charge(methods().good)).isInstanceOf(Canceled.class);
    }

    @Test
    void reservesWithoutTaking() {
        assumeTrue(gateway().reserves());

        assertThat(reserve(methods().good)).isInstanceOf(Reserved.class);
        assertThat(lookUp()).containsInstanceOf(Reserved.class);
    }

    @Test
    void takesAPartOfWhatIsReservedOnce() {
        assumeTrue(gateway().reserves());
        reserve(methods().good);

        assertThat(capture(600)).isInstanceOf(Captured.class);
        assertThat(capture(600)).isInstanceOf(Captured.class);
        assertThat(taken(key)).isEqualTo(new Money(600, currency()));
        assertThat(lookUp().orElseThrow())
                .isInstanceOfSatisfying(
                        Captured.class, it -> assertThat(it.amount()).isEqualTo(taken(key)));
    }

    @Test
    void whatIsReservedCanBeCalledOff() {
        assumeTrue(gateway().reserves());
        reserve(methods().good);

        assertThat(callOff()).isInstanceOf(Canceled.class);
        assertThat(capture(1_000)).isInstanceOf(Declined.class);
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

    /** As its bank would take it: {@code NGN}, unless the vendor does not know it. */
    protected Currency currency() {
        return Currency.getInstance("NGN");
    }

    /** What the till has been told about the charge so far. */
    private @Nullable String reference;

    private String method = "";

    private ChargeOutcome charge(String with) {
        method = with;
        return remembered(CurrentTenant.call(harbour, () -> gateway().charge(words(false))));
    }

    private ChargeOutcome reserve(String with) {
        method = with;
        return remembered(CurrentTenant.call(harbour, () -> gateway().charge(words(true))));
    }

    private Optional<ChargeOutcome> lookUp() {
        return CurrentTenant.call(harbour, () -> gateway().lookUp(words(reserved)))
                .map(this::remembered);
    }

    private ChargeOutcome capture(long amount) {
        return remembered(CurrentTenant.call(
                harbour, () -> gateway().capture(words(true), new Money(amount, currency()))));
    }

    private ChargeOutcome callOff() {
        return remembered(CurrentTenant.call(harbour, () -> gateway().callOff(words(reserved))));
    }

    private boolean reserved;

    private Charge words(boolean reserve) {
        reserved = reserve;
        return new Charge(
                key,
                reference,
                price(),
                method,
                saved(method),
                reserve,
                false,
                new Charge.Payer(UUID.randomUUID(), "Ada Obi", "ada@example.com"),
                "SR-2026-000123",
                URI.create("https://services.example.com/t/harbour/payments/1/outcome"));
    }

    private ChargeOutcome remembered(ChargeOutcome outcome) {
        String heard = switch (outcome) {
            case Captured captured -> captured.reference();
            case Reserved held -> held.reference();
            case AwaitingCustomer awaiting -> awaiting.reference();
            case Unknown unknown -> unknown.reference();
            case Declined _, Canceled _, NotReached _ -> null;
        };
        reference = heard == null ? reference : heard;
        return outcome;
    }

    private RefundOutcome refund(long amount) {
        return refund(UUID.randomUUID(), amount);
    }

    private RefundOutcome refund(UUID refund, long amount) {
        RefundOutcome first = refund(refund, null, amount);
        return first instanceof RefundOutcome.Unknown(String name) && name != null
                ? refund(refund, name, amount)
                : first;
    }

    /** Vendors may take their time, and are asked again. */
    private RefundOutcome refund(UUID refund, @Nullable String name, long amount) {
        var repayment = new Repayment(refund, name, words(reserved), new Money(amount, currency()), "Brought back");
        return CurrentTenant.call(harbour, () -> gateway().refund(repayment));
    }

    protected final Money price() {
        return new Money(1_000, currency());
    }
}
