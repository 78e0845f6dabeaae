package com.gmservices.payments.paypal;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.NotReached;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.Repayment;
import com.gmservices.payments.paypal.AskedCharge.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A payer approves an order at PayPal's page, and we take it when it is looked up. A kept wallet is charged by making
 * the order; if the answer gets lost the same order is made again under the same id, which PayPal knows for six hours.
 */
@Component
class PaypalGateway implements PaymentGateway {

    private static final Duration REMEMBERED = Duration.ofHours(5);

    private final PaypalOrders orders;
    private final PaypalReservations reservations;
    private final PaypalRefunds refunds;
    private final AskedCharges asked;
    private final PaypalTraces traces;
    private final Clock clock;

    PaypalGateway(
            PaypalOrders orders,
            PaypalReservations reservations,
            PaypalRefunds refunds,
            AskedCharges asked,
            PaypalTraces traces,
            Clock clock) {
        this.orders = orders;
        this.reservations = reservations;
        this.refunds = refunds;
        this.asked = asked;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public String name() {
        return PaypalCalls.GATEWAY;
    }

    @Override
    public boolean knows(Currency currency) {
        return PaypalMoney.knows(currency);
    }

    @Override
    public boolean isToldWhoPays() {
        return false;
    }

    @Override
    public boolean reserves() {
        return true;
    }

    @Override
    public ChargeOutcome charge(Charge charge) {
        if (!PaypalMoney.fits(charge.amount())) {
            return PaypalDeclines.WHOLE_AMOUNTS;
        }
        AskedCharge known = asked.begin(charge.key(), isAtPage(charge) ? Stage.ASKED : Stage.TAKING);
        String order = known.order();
        return known.end().orElseGet(() -> order == null ? orders.create(charge) : orders.read(charge, known, order));
    }

    private static boolean isAtPage(Charge charge) {
        return charge.method().equals(PAGE);
    }

    @Override
    public Optional<ChargeOutcome> lookUp(Charge charge) {
        return asked.find(charge.key()).map(known -> lookUp(charge, known));
    }

    /** Of one that was called off too: what was taken all the same is late money. */
    private ChargeOutcome lookUp(Charge charge, AskedCharge known) {
        String order = known.order();
        return known.declined()
                .orElseGet(() -> order == null ? lost(charge, known) : reservations.lookUp(charge, known, order));
    }

    private ChargeOutcome lost(Charge charge, AskedCharge known) {
        if (known.isCalledOff() || isAtPage(charge)) {
            // Where the answer with the page got lost nobody has the page, and nobody can approve any more.
            asked.callOff(charge.key());
            return new Canceled();
        }
        if (charge.saved() == null || clock.instant().isAfter(known.at().plus(REMEMBERED))) {
            return traces.find(charge, known);
        }
        ChargeOutcome outcome = orders.create(charge);
        return outcome instanceof NotReached ? new Unknown() : outcome;
    }

    @Override
    public ChargeOutcome capture(Charge charge, Money amount) {
        return reservations.capture(charge, amount);
    }

    @Override
    public ChargeOutcome callOff(Charge charge) {
        AskedCharge known = asked.callOff(charge.key());
        if (known.stage() == Stage.DECLINED) {
            return new Canceled();
        }
        String order = known.order();
        if (order == null) {
            return known.isCalledOff() ? new Canceled() : new Unknown();
        }
        return reservations.release(charge, known, order);
    }

    @Override
    public RefundOutcome refund(Repayment repayment) {
        return refunds.refund(repayment);
    }
}
