package com.gmservices.payments;

import com.gmservices.payments.gateway.Charge.Payer;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.MethodKeeper;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Its page is left at once, with the same card entered every time. */
class UnreliableKeeper implements MethodKeeper {

    volatile boolean dead;
    final Map<String, Means> forgotten = new ConcurrentHashMap<>();

    @Override
    public String gateway() {
        return UnreliableGateway.NAME;
    }

    @Override
    public Start start(UUID key, Payer payer, URI returnTo) {
        requireLine();
        return new Start("setup-" + key, returnTo);
    }

    @Override
    public Optional<Means> finish(UUID key, String reference) {
        requireLine();
        return reference.equals("setup-" + key)
                ? Optional.of(new Means("token-4242", null, "visa", "4242", null))
                : Optional.empty();
    }

    private void requireLine() {
        if (dead) {
            throw new IllegalStateException("connection refused");
        }
    }

    @Override
    public void forget(Means means) {
        requireLine();
        forgotten.put(means.token(), means);
    }
}
