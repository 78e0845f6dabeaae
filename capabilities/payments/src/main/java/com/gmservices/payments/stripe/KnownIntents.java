package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;
import static com.gmservices.payments.stripe.StripeClients.under;

import com.gmservices.payments.gateway.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.service.PaymentIntentService;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes PaymentIntents, which takes nothing, and finds them again: for an attempt there is one, under its key. */
final class KnownIntents {

    static final List<String> WITH = List.of("latest_charge", "payment_method");

    private final PaymentIntentService intents;

    KnownIntents(PaymentIntentService intents) {
        this.intents = intents;
    }

    PaymentIntent read(String id) {
        return ask(() -> intents.retrieve(
                id, PaymentIntentRetrieveParams.builder().addAllExpand(WITH).build()));
    }

    /**
     * Says only what never changes about an attempt, for under one key Stripe wants to hear the same words: not the
     * payer, who may be renamed or erased, and not the means of payment, which may be removed.
     */
    PaymentIntent create(Charge charge) {
        var params = PaymentIntentCreateParams.builder()
                .setAmount(Objects.requireNonNull(Units.of(charge.amount())))
                .setCurrency(Units.currency(charge.amount()))
                .setCaptureMethod(charge.reserve() ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC)
                .setAutomaticPaymentMethods(
                        AutomaticPaymentMethods.builder().setEnabled(true).build())
                .setDescription(charge.description())
                .putMetadata(StripeGateway.CHARGE, charge.key().toString())
                .build();
        return ask(() -> intents.create(params, under(charge.key() + "-create")));
    }

    /** As it stands now, where this is the answer of an earlier time. */
    PaymentIntent asItStands(PaymentIntent created) {
        return StripeClients.isReplayed(created.getLastResponse()) ? read(created.getId()) : created;
    }

    /**
     * By its name or, as long as we have not heard that, by creating it again under the same key. Empty when it was
     * never confirmed and cannot be any more.
     */
    Optional<PaymentIntent> find(Charge charge) {
        String reference = charge.reference();
        if (reference != null) {
            return Optional.of(read(reference));
        }
        if (Units.of(charge.amount()) == null) {
            return Optional.empty();
        }
        PaymentIntent intent;
        try {
            intent = create(charge);
        } catch (StripeFailure failure) {
            return notCreated(charge, failure);
        }
        PaymentIntent known = asItStands(intent);
        return IntentOutcome.isUntouched(known) ? search(charge).or(() -> Optional.of(known)) : Optional.of(known);
    }

    /** A first answer that was an error named nothing that somebody could have confirmed. */
    private Optional<PaymentIntent> notCreated(Charge charge, StripeFailure failure) {
        if (failure.isOfReusedKey()) {
            return Optional.of(search(charge).orElseThrow(() -> failure));
        }
        if (failure.isReplayed() || failure.isRefusal()) {
            return Optional.empty();
        }
        throw failure;
    }

    /**
     * Stripe forgets keys after a day and begins anew under them: the one that was confirmed is the oldest. Its search
     * finds what is older than some minutes, and is not to be had everywhere.
     */
    private Optional<PaymentIntent> search(Charge charge) {
        var params = PaymentIntentSearchParams.builder()
                .setQuery("metadata['%s']:'%s'".formatted(StripeGateway.CHARGE, charge.key()))
                .setLimit(10L)
                .build();
        try {
            return ask(() -> intents.search(params)).getData().stream()
                    .min(Comparator.comparing(PaymentIntent::getCreated))
                    .map(found -> read(found.getId()));
        } catch (StripeFailure failure) {
            if (failure.isRefusal()) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
