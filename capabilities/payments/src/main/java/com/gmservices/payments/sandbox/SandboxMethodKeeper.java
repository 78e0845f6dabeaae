package com.gmservices.payments.sandbox;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.MethodKeeper;
import com.gmservices.payments.sandbox.SandboxWallet.Place;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Tenants;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class SandboxMethodKeeper implements MethodKeeper {

    private final SandboxWallet wallet;
    private final Tenants tenants;
    private final Links links;

    SandboxMethodKeeper(SandboxWallet wallet, Tenants tenants, Links links) {
        this.wallet = wallet;
        this.tenants = tenants;
        this.links = links;
    }

    @Override
    public String gateway() {
        return SandboxGateway.NAME;
    }

    @Override
    public Start start(UUID key, Charge.Payer payer, URI returnTo) {
        wallet.prepare(key, returnTo.toString());
        return new Start(SandboxCharge.reference(key), links.tenant(tenants.current(), "/sandbox/methods/" + key));
    }

    @Override
    public Optional<Means> finish(UUID key, String reference) {
        return wallet.find(key).filter(place -> !place.forgotten()).flatMap(SandboxMethodKeeper::kept);
    }

    private static Optional<Means> kept(Place place) {
        return Optional.ofNullable(place.card()).flatMap(SandboxCard::named).map(card -> card.kept(place.id()));
    }

    @Override
    public void forget(Means means) {
        SandboxCard.id(means).ifPresent(wallet::forget);
    }
}
