package com.gmservices.payments.stripe;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.Repayment;
import com.stripe.model.checkout.Session;
import com.stripe.service.V1Services;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
class StripeGateway implements PaymentGateway {

    static final String NAME = "stripe";

    /** Under these names our keys travel with what is Stripe's, and come back with its notices and statements. */
    static final String CHARGE = "gm_charge";

    static final String REFUND = "gm_refund";
    static final String MEMBER = "gm_member";

    private static final Pattern TOKEN = Pattern.compile("pm_\\w{1,200}");

    private final StripeClients clients;

    StripeGateway(StripeClients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Also the token of a payment method, which a browser or an app gets from Stripe itself. */
    @Override
    public boolean takes(String method) {
        return method.equals(PAGE) || TOKEN.matcher(method).matches();
    }

    @Override
    public boolean knows(Currency currency) {
        return Units.knows(currency);
    }

    @Override
    public boolean reserves() {
        return true;
    }

    @Override
    public ChargeOutcome charge(Charge charge) {
        var stripe = new Desk(clients.ours());
        return isAtPage(charge) ? stripe.pages.charge(charge) : stripe.intents.charge(charge);
    }

    @Override
    public Optional<ChargeOutcome> lookUp(Charge charge) {
        var stripe = new Desk(clients.ours());
        return isAtPage(charge) ? stripe.pages.lookUp(charge) : stripe.intents.lookUp(charge);
    }

    @Override
    public ChargeOutcome capture(Charge charge, Money amount) {
        var stripe = new Desk(clients.ours());
        return stripe.intent(charge)
                .map(intent -> stripe.intents.capture(charge, intent, amount))
                .orElseGet(Intents::reservationIsOver);
    }

    @Override
    public ChargeOutcome callOff(Charge charge) {
        var stripe = new Desk(clients.ours());
        return isAtPage(charge)
                ? stripe.pages.callOff(charge)
                : stripe.intent(charge)
                        .map(intent -> stripe.intents.callOff(charge, intent))
                        .orElseGet(Canceled::new);
    }

    @Override
    public RefundOutcome refund(Repayment repayment) {
        var stripe = new Desk(clients.ours());
        String reference = repayment.reference();
        return reference == null
                ? stripe.intent(repayment.charge())
                        .map(intent -> stripe.refunds.refund(repayment, intent))
                        .orElseGet(() -> new RefundOutcome.Refused("refund_refused", "Stripe has taken nothing."))
                : stripe.refunds.lookUp(reference);
    }

    /** Until it is paid there: from then on it is known by its PaymentIntent. */
    private static boolean isAtPage(Charge charge) {
        String reference = charge.reference();
        return charge.saved() == null
                && charge.method().equals(PAGE)
                && (reference == null || reference.startsWith("cs_"));
    }

    /** Stripe's services, as the current tenant calls them. */
    private static final class Desk {

        private final Intents intents;
        private final CheckoutSessions pages;
        private final StripeRefunds refunds;

        private Desk(V1Services stripe) {
            this.intents = new Intents(stripe);
            this.pages = new CheckoutSessions(stripe, intents);
            this.refunds = new StripeRefunds(stripe);
        }

        private Optional<String> intent(Charge charge) {
            String reference = charge.reference();
            if (reference != null && reference.startsWith("pi_")) {
                return Optional.of(reference);
            }
            return isAtPage(charge) ? pages.find(charge).map(Session::getPaymentIntent) : intents.name(charge);
        }
    }
}
