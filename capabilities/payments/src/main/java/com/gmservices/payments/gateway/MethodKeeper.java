package com.gmservices.payments.gateway;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Keeps a payer's means of payment without charging it; for vendors that can. */
public interface MethodKeeper {

    /** As {@link PaymentGateway#name()}. */
    String gateway();

    /** Where the payer enters it, at the vendor's page; comes back to the address given. */
    Start start(UUID key, Charge.Payer payer, URI returnTo);

    /** What the payer has entered; empty while they have not. */
    Optional<Means> finish(UUID key, String reference);

    /** Has the vendor forget it; one that is gone already is forgotten too. */
    void forget(Means means);

    record Start(String reference, URI continueAt) {}
}
