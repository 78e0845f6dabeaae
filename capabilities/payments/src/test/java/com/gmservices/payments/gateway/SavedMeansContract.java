package com.gmservices.payments.gateway;

import org.jspecify.annotations.Nullable;

/** The contract at a vendor who takes money at once only with saved means. */
public abstract class SavedMeansContract extends PaymentGatewayContract {

    private boolean isSilent;

    /** Null for a method that leads to the vendor's page. */
    protected abstract @Nullable Means means(String method);

    /** The next charge is made, and nobody hears of it. */
    protected abstract void loseTheNextAnswer();

    @Override
    protected final @Nullable Means saved(String method) {
        if (!method.equals(methods().silent())) {
            return means(method);
        }
        if (!isSilent) {
            isSilent = true;
            loseTheNextAnswer();
        }
        return means(methods().good());
    }
}
