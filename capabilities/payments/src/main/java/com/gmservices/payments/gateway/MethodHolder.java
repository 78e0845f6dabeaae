package com.gmservices.payments.gateway;

/** A vendor that holds payers' means of payment for us. */
public interface MethodHolder {

    /** As {@link PaymentGateway#name()}. */
    String gateway();

    /** Has the vendor forget it; one that is gone already is forgotten too. */
    void forget(Means means);
}
