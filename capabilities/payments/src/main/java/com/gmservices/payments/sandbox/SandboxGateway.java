package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.Repayment;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class SandboxGateway implements PaymentGateway {

    static final String NAME = "sandbox";
    /** At a page of its own, where whoever tries things out chooses what happens. */
    static final String HOSTED = "sandbox_page";

    static final String OK = "sandbox_ok";
    static final String DECLINED = "sandbox_declined";
    static final String ACTION = "sandbox_action";
    static final String SILENT = "sandbox_silent";

    private final SandboxVendor vendor;

    SandboxGateway(SandboxVendor vendor) {
        this.vendor = vendor;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isForTrying() {
        return true;
    }

    @Override
    public List<String> methods() {
        return List.of(HOSTED, OK, DECLINED, ACTION, SILENT);
    }

    @Override
    public boolean knows(Currency currency) {
        return true;
    }

    @Override
    public boolean isToldWhoPays() {
        return false;
    }

    @Override
    public boolean reserves() {
        return true;
    }

    /** The silent card's bank takes the money, and its answer is lost on the way back. */
    @Override
    public ChargeOutcome charge(Charge charge) {
        ChargeOutcome answer = vendor.charge(charge).outcome();
        return charge.method().equals(SILENT) ? new ChargeOutcome.Unknown() : answer;
    }

    @Override
    public Optional<ChargeOutcome> lookUp(Charge charge) {
        vendor.lapse(charge.key());
        return vendor.find(charge.key()).map(SandboxCharge::outcome);
    }

    @Override
    public ChargeOutcome capture(Charge charge, Money amount) {
        return vendor.capture(charge.key(), amount)
                .map(SandboxCharge::outcome)
                .orElseGet(() -> new ChargeOutcome.Declined("reservation_over", "The money is not reserved any more."));
    }

    @Override
    public ChargeOutcome callOff(Charge charge) {
        return vendor.cancel(charge.key()).outcome();
    }

    @Override
    public RefundOutcome refund(Repayment repayment) {
        return vendor.refund(repayment.key(), repayment.charge().key(), repayment.amount())
                ? new RefundOutcome.Refunded("sandbox-" + repayment.key())
                : new RefundOutcome.Refused("refund_refused", "The sandbox gives back at most what it has taken.");
    }
}
