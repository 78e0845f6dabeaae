package com.gmservices.payments.stripe;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Means;
import com.stripe.model.Charge.PaymentMethodDetails;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a PaymentIntent that was read with its charge and its payment method says. */
final class IntentOutcome {

    private static final Duration RESERVED_FOR = Duration.ofDays(7);

    private IntentOutcome() {}

    /** Nobody has confirmed it yet: it takes nothing unless somebody does. */
    static boolean isUntouched(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "requires_confirmation" -> true;
            case "requires_payment_method" -> intent.getLastPaymentError() == null;
            default -> false;
        };
    }

    static ChargeOutcome of(Charge charge, PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" ->
                new Captured(
                        intent.getId(),
                        Units.money(intent.getAmountReceived(), intent.getCurrency()),
                        kept(charge, intent));
            case "requires_capture" -> new Reserved(intent.getId(), until(intent), kept(charge, intent));
            case "requires_action" -> new AwaitingCustomer(continueAt(charge, intent), intent.getId());
            case "canceled" -> new Canceled();
            case "requires_payment_method" -> declined(intent);
            default -> new Unknown(intent.getId());
        };
    }

    private static ChargeOutcome declined(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        return error == null ? new Unknown(intent.getId()) : Declines.of(error.getCode(), error.getDeclineCode());
    }

    /** What is to be done elsewhere than on a page, such as in a bank's app, is waited for on ours. */
    private static String continueAt(Charge charge, PaymentIntent intent) {
        PaymentIntent.NextAction next = intent.getNextAction();
        return next == null || next.getRedirectToUrl() == null
                ? charge.returnTo().toString()
                : next.getRedirectToUrl().getUrl();
    }

    private static Instant until(PaymentIntent intent) {
        var taken = intent.getLatestChargeObject();
        Long before = taken == null ? null : captureBefore(taken.getPaymentMethodDetails());
        return before == null
                ? Instant.ofEpochSecond(intent.getCreated()).plus(RESERVED_FOR)
                : Instant.ofEpochSecond(before);
    }

    private static @Nullable Long captureBefore(@Nullable PaymentMethodDetails details) {
        return details == null || details.getCard() == null
                ? null
                : details.getCard().getCaptureBefore();
    }

    private static @Nullable Means kept(Charge charge, PaymentIntent intent) {
        return charge.keep() ? StripeMeans.of(intent.getPaymentMethodObject(), intent.getCustomer()) : null;
    }
}
