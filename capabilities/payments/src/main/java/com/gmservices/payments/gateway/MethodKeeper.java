package com.gmservices.payments.gateway;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Keeps a payer's means of payment without charging it; for vendors that can. */
public interface MethodKeeper extends MethodHolder {

    /** Where the payer enters it, at the vendor's page; comes back to the address given. */
    Start start(UUID key, Charge.Payer payer, URI returnTo);

    /** What the payer has entered; empty while they have not. */
    Optional<Means> finish(UUID key, String reference);

    record Start(String reference, URI continueAt) {}
}
