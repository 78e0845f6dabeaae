package com.gmservices.payments.stripe;

import com.gmservices.payments.gateway.Charge;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.CustomerCreation;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.PaymentMethodType;
import com.stripe.param.checkout.SessionCreateParams.SetupIntentData;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/** How Stripe is asked for a page. Payers enter their names and cards there. */
final class SessionWords {

    private SessionWords() {}

    static SessionCreateParams toPay(Charge charge) {
        var params = begin(Mode.PAYMENT, charge.key(), charge.returnTo())
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(PriceData.builder()
                                .setCurrency(Units.currency(charge.amount()))
                                .setUnitAmount(Objects.requireNonNull(Units.of(charge.amount())))
                                .setProductData(PriceData.ProductData.builder()
                                        .setName(charge.description())
                                        .build())
                                .build())
                        .build())
                .setPaymentIntentData(intent(charge));
        if (charge.payer().email() != null) {
            params.setCustomerEmail(charge.payer().email());
        }
        if (charge.keep()) {
            params.setCustomerCreation(CustomerCreation.ALWAYS);
        }
        return params.build();
    }

    private static PaymentIntentData intent(Charge charge) {
        var intent = PaymentIntentData.builder()
                .setDescription(charge.description())
                .putMetadata(StripeGateway.CHARGE, charge.key().toString());
        if (charge.reserve()) {
            intent.setCaptureMethod(PaymentIntentData.CaptureMethod.MANUAL);
        }
        if (charge.keep()) {
            intent.setSetupFutureUsage(PaymentIntentData.SetupFutureUsage.OFF_SESSION);
        }
        return intent.build();
    }

    /** A card alone: what else Stripe could keep depends on the currency, and there is none yet. */
    static SessionCreateParams toKeep(UUID key, Charge.Payer payer, URI returnTo) {
        var params = begin(Mode.SETUP, key, returnTo)
                .addPaymentMethodType(PaymentMethodType.CARD)
                .setCustomerCreation(CustomerCreation.ALWAYS)
                .setSetupIntentData(SetupIntentData.builder()
                        .putMetadata(StripeGateway.MEMBER, payer.member().toString())
                        .build());
        if (payer.email() != null) {
            params.setCustomerEmail(payer.email());
        }
        return params.build();
    }

    private static SessionCreateParams.Builder begin(Mode mode, UUID key, URI returnTo) {
        return SessionCreateParams.builder()
                .setMode(mode)
                .setClientReferenceId(key.toString())
                .setSuccessUrl(returnTo.toString())
                .setCancelUrl(returnTo.toString());
    }
}
