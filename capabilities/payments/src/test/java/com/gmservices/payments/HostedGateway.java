package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.Repayment;
import java.util.Currency;
import java.util.Optional;

/** Has nothing but a page of its own; and may be out of order. */
class HostedGateway implements PaymentGateway {

    private final String name;
    volatile ChargeOutcome onCharge;

    HostedGateway(String name) {
        this.name = name;
        this.onCharge = new ChargeOutcome.AwaitingCustomer("/" + name, name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isForTrying() {
        return true;
    }

    @Override
    public boolean knows(Currency currency) {
        return currency.getCurrencyCode().equals("NGN");
    }

    @Override
    public boolean reserves() {
        return false;
    }

    @Override
    public ChargeOutcome charge(Charge charge) {
        return onCharge;
    }

    @Override
    public Optional<ChargeOutcome> lookUp(Charge charge) {
        return Optional.of(onCharge);
    }

    @Override
    public ChargeOutcome capture(Charge charge, Money amount) {
        return onCharge;
    }

    @Override
    public ChargeOutcome callOff(Charge charge) {
        return new ChargeOutcome.Canceled();
    }

    @Override
    public RefundOutcome refund(Repayment repayment) {
        return new RefundOutcome.Refunded(name);
    }
}
