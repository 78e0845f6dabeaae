package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;
import static com.gmservices.payments.stripe.StripeClients.under;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.Means;
import com.stripe.model.PaymentIntent;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.service.CustomerService;
import com.stripe.service.PaymentIntentService;
import com.stripe.service.V1Services;
import org.jspecify.annotations.Nullable;

/** Stripe keeps a means of payment for a customer of its own, whom it wants to be told with it. */
final class Payers {

    private final CustomerService customers;
    private final PaymentIntentService intents;

    Payers(V1Services stripe) {
        this.customers = stripe.customers();
        this.intents = stripe.paymentIntents();
    }

    void tell(Charge charge, PaymentIntent intent) {
        String customer = customer(charge);
        if (customer != null) {
            var params =
                    PaymentIntentUpdateParams.builder().setCustomer(customer).build();
            ask(() -> intents.update(intent.getId(), params));
        }
    }

    private @Nullable String customer(Charge charge) {
        Means saved = charge.saved();
        if (saved != null) {
            return saved.customer();
        }
        return charge.keep() ? create(charge) : null;
    }

    /** One for each means of payment that is kept: neither is ever asked for without the other. */
    private String create(Charge charge) {
        var params = CustomerCreateParams.builder()
                .setName(charge.payer().name())
                .putMetadata(StripeGateway.MEMBER, charge.payer().member().toString())
                .build();
        return ask(() -> customers.create(params, under(charge.key() + "-customer")))
                .getId();
    }
}
