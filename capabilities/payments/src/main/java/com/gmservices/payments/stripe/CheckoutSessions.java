package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;
import static com.gmservices.payments.stripe.StripeClients.under;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.V1Services;
import com.stripe.service.checkout.SessionService;
import java.util.List;
import java.util.Optional;

/**
 * Charges at Stripe's own page. A session whose creation was not answered takes nothing: nobody has been told its
 * address.
 */
final class CheckoutSessions {

    private static final List<String> WITH =
            List.of("payment_intent", "payment_intent.latest_charge", "payment_intent.payment_method");

    private final SessionService sessions;
    private final Intents intents;

    CheckoutSessions(V1Services stripe, Intents intents) {
        this.sessions = stripe.checkout().sessions();
        this.intents = intents;
    }

    ChargeOutcome charge(Charge charge) {
        if (Units.of(charge.amount()) == null) {
            return Declines.unwritable();
        }
        Session session;
        try {
            session = create(charge);
        } catch (StripeFailure nobodyHasItsAddress) {
            return Intents.notBegun(nobodyHasItsAddress);
        }
        return outcome(charge, asItStands(session));
    }

    Optional<ChargeOutcome> lookUp(Charge charge) {
        return find(charge).map(session -> outcome(charge, session));
    }

    /** Empty when there is none that somebody could pay. */
    Optional<Session> find(Charge charge) {
        String reference = charge.reference();
        if (reference != null) {
            return Optional.of(read(reference));
        }
        if (Units.of(charge.amount()) == null) {
            return Optional.empty();
        }
        Session session;
        try {
            session = create(charge);
        } catch (StripeFailure failure) {
            if (failure.isReplayed() || failure.isRefusal()) {
                return Optional.empty();
            }
            throw failure;
        }
        return Optional.of(asItStands(session));
    }

    private Session create(Charge charge) {
        return ask(() -> sessions.create(SessionWords.toPay(charge), under(charge.key() + "-page")));
    }

    private Session asItStands(Session created) {
        return StripeClients.isReplayed(created.getLastResponse()) ? read(created.getId()) : created;
    }

    ChargeOutcome callOff(Charge charge) {
        Session session = find(charge).orElse(null);
        if (session == null) {
            return new Canceled();
        }
        try {
            ask(() -> sessions.expire(session.getId()));
            return new Canceled();
        } catch (StripeFailure failure) {
            return failure.isRefusal() ? notExpired(charge, read(session.getId())) : new Unknown(session.getId());
        }
    }

    private ChargeOutcome notExpired(Charge charge, Session session) {
        return switch (outcome(charge, session)) {
            case AwaitingCustomer _ -> new Unknown(session.getId());
            case Reserved reserved -> intents.callOff(charge, reserved.reference());
            case ChargeOutcome over -> over;
        };
    }

    private static ChargeOutcome outcome(Charge charge, Session session) {
        return switch (session.getStatus()) {
            case "open" -> new AwaitingCustomer(session.getUrl(), session.getId());
            case "expired" -> new Canceled();
            default -> completed(charge, session);
        };
    }

    private static ChargeOutcome completed(Charge charge, Session session) {
        PaymentIntent intent = session.getPaymentIntentObject();
        return intent == null ? new Unknown(session.getId()) : IntentOutcome.of(charge, intent);
    }

    private Session read(String id) {
        return ask(() -> sessions.retrieve(
                id, SessionRetrieveParams.builder().addAllExpand(WITH).build()));
    }
}
