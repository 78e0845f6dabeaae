package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;
import static com.gmservices.payments.stripe.StripeClients.under;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.NotReached;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Means;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.service.PaymentIntentService;
import com.stripe.service.V1Services;
import java.util.Optional;

/**
 * Charges of a payment method that we hold a token of: a PaymentIntent is created, which moves nothing, and confirmed,
 * once. Whatever is lost before the confirmation is sent has surely taken nothing; what is lost after it is read.
 */
final class Intents {

    private final PaymentIntentService intents;
    private final KnownIntents known;
    private final Payers payers;

    Intents(V1Services stripe) {
        this.intents = stripe.paymentIntents();
        this.known = new KnownIntents(intents);
        this.payers = new Payers(stripe);
    }

    ChargeOutcome charge(Charge charge) {
        if (Units.of(charge.amount()) == null) {
            return Declines.unwritable();
        }
        PaymentIntent created;
        try {
            created = known.create(charge);
        } catch (StripeFailure beforeItWasConfirmed) {
            return notBegun(beforeItWasConfirmed);
        }
        PaymentIntent intent = known.asItStands(created);
        return IntentOutcome.isUntouched(intent) ? begin(charge, intent) : IntentOutcome.of(charge, intent);
    }

    private ChargeOutcome begin(Charge charge, PaymentIntent intent) {
        try {
            payers.tell(charge, intent);
        } catch (StripeFailure beforeItWasConfirmed) {
            return beforeItWasConfirmed.isUnknownThing()
                    ? new Declined("method_gone", "Stripe does not keep this means of payment any more: take another.")
                    : notBegun(beforeItWasConfirmed);
        }
        try {
            return IntentOutcome.of(charge, confirm(charge, intent.getId()));
        } catch (StripeFailure failure) {
            return switch (failure.kind()) {
                case NOT_TAKEN -> notBegun(failure);
                case SILENT -> new Unknown(intent.getId());
                case REFUSED ->
                    failure.isOfCard()
                            ? Declines.of(failure.code(), failure.declineCode())
                            : notConfirmed(charge, intent.getId());
            };
        }
    }

    private PaymentIntent confirm(Charge charge, String id) {
        Means saved = charge.saved();
        var params = PaymentIntentConfirmParams.builder()
                .setPaymentMethod(saved == null ? charge.method() : saved.token())
                .setReturnUrl(charge.returnTo().toString())
                .addAllExpand(KnownIntents.WITH);
        if (saved != null) {
            params.setOffSession(true);
        } else if (charge.keep()) {
            params.setSetupFutureUsage(PaymentIntentConfirmParams.SetupFutureUsage.OFF_SESSION);
        }
        return ask(() -> intents.confirm(id, params.build(), under(charge.key() + "-confirm")));
    }

    static ChargeOutcome notBegun(StripeFailure failure) {
        if (!failure.isRefusal()) {
            return new NotReached("Stripe cannot be reached just now.");
        }
        Declined amount = Declines.ofAmount(failure.code());
        return amount == null ? new NotReached("Stripe did not take up the payment.") : amount;
    }

    private ChargeOutcome notConfirmed(Charge charge, String id) {
        try {
            PaymentIntent intent = known.read(id);
            return IntentOutcome.isUntouched(intent)
                    ? new Declined("method_not_supported", "Stripe does not take this means of payment here.")
                    : IntentOutcome.of(charge, intent);
        } catch (StripeFailure failure) {
            return new Unknown(id);
        }
    }

    Optional<ChargeOutcome> lookUp(Charge charge) {
        return known.find(charge)
                .filter(intent -> !IntentOutcome.isUntouched(intent))
                .map(intent -> IntentOutcome.of(charge, intent));
    }

    /** Its name at Stripe. */
    Optional<String> name(Charge charge) {
        return known.find(charge).map(PaymentIntent::getId);
    }

    /** Without a key: it is captured once whatever the key, which would only repeat an error of Stripe's for a day. */
    ChargeOutcome capture(Charge charge, String id, Money amount) {
        var params = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(Units.within(amount))
                .addAllExpand(KnownIntents.WITH)
                .build();
        try {
            return IntentOutcome.of(charge, ask(() -> intents.capture(id, params)));
        } catch (StripeFailure failure) {
            return failure.isRefusal() ? notCaptured(charge, known.read(id)) : new Unknown(id);
        }
    }

    private static ChargeOutcome notCaptured(Charge charge, PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> IntentOutcome.of(charge, intent);
            case "requires_capture", "processing" -> new Unknown(intent.getId());
            default -> reservationIsOver();
        };
    }

    static Declined reservationIsOver() {
        return new Declined("reservation_over", "The money is not reserved any more.");
    }

    /** Without a key, as capturing. */
    ChargeOutcome callOff(Charge charge, String id) {
        try {
            ask(() -> intents.cancel(id));
            return new Canceled();
        } catch (StripeFailure failure) {
            return failure.isRefusal() ? notCanceled(charge, known.read(id)) : new Unknown(id);
        }
    }

    private static ChargeOutcome notCanceled(Charge charge, PaymentIntent intent) {
        ChargeOutcome outcome = IntentOutcome.of(charge, intent);
        return outcome instanceof Captured || outcome instanceof Canceled ? outcome : new Unknown(intent.getId());
    }
}
