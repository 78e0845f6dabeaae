package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;
import static com.gmservices.payments.stripe.StripeClients.under;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.MethodKeeper;
import com.stripe.model.SetupIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.PaymentMethodService;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class StripeMethodKeeper implements MethodKeeper {

    private final StripeClients clients;

    StripeMethodKeeper(StripeClients clients) {
        this.clients = clients;
    }

    @Override
    public String gateway() {
        return StripeGateway.NAME;
    }

    @Override
    public Start start(UUID key, Charge.Payer payer, URI returnTo) {
        var sessions = clients.ours().checkout().sessions();
        Session session = ask(() -> sessions.create(SessionWords.toKeep(key, payer, returnTo), under(key + "-setup")));
        return new Start(session.getId(), URI.create(session.getUrl()));
    }

    @Override
    public Optional<Means> finish(UUID key, String reference) {
        var sessions = clients.ours().checkout().sessions();
        var params = SessionRetrieveParams.builder()
                .addExpand("setup_intent.payment_method")
                .build();
        Session session = ask(() -> sessions.retrieve(reference, params));
        SetupIntent setup = session.getSetupIntentObject();
        return setup == null || !"succeeded".equals(setup.getStatus())
                ? Optional.empty()
                : Optional.ofNullable(StripeMeans.of(setup.getPaymentMethodObject(), session.getCustomer()));
    }

    @Override
    public void forget(Means means) {
        PaymentMethodService methods = clients.ours().paymentMethods();
        try {
            ask(() -> methods.detach(means.token()));
        } catch (StripeFailure failure) {
            if (!failure.isRefusal() || isKept(methods, means)) {
                throw failure;
            }
        }
    }

    private static boolean isKept(PaymentMethodService methods, Means means) {
        try {
            return ask(() -> methods.retrieve(means.token())).getCustomer() != null;
        } catch (StripeFailure failure) {
            if (failure.isUnknownThing()) {
                return false;
            }
            throw failure;
        }
    }
}
