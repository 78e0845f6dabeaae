package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class SandboxGateway implements PaymentGateway {

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
        return "sandbox";
    }

    @Override
    public boolean isForTrying() {
        return true;
    }

    @Override
    public List<String> methods() {
        return List.of(OK, DECLINED, ACTION, SILENT);
    }

    /** The silent card's bank takes the money, and its answer is lost on the way back. */
    @Override
    public ChargeOutcome charge(Charge charge) {
        ChargeOutcome answer = vendor.charge(charge).outcome();
        return charge.method().equals(SILENT) ? new ChargeOutcome.Unknown() : answer;
    }

    @Override
    public Optional<ChargeOutcome> lookUp(UUID key) {
        return vendor.find(key).map(SandboxCharge::outcome);
    }

    @Override
    public ChargeOutcome callOff(UUID key) {
        return vendor.cancel(key).outcome();
    }

    @Override
    public RefundOutcome refund(UUID key, UUID charge, Money amount) {
        return vendor.refund(key, charge, amount)
                ? new RefundOutcome.Refunded()
                : new RefundOutcome.Refused("refund_refused", "The sandbox gives back at most what it has taken.");
    }
}
