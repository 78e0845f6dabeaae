package com.gmservices.identity;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.Arrivals;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Masked;
import com.gmservices.tenancy.RecentlySeen;
import com.gmservices.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes down who came and by what, who left and who was turned away, where it happened: at a business or at the
 * platform. What anybody may try without end is written down once a minute and address, so that nobody fills the trail.
 */
@Component
class SignInTrail implements Arrivals {

    private static final String UNKNOWN = "unknown";

    private final Trail trail;
    private final RecentlySeen<String, Boolean> written = new RecentlySeen<>(10_000, Duration.ofMinutes(1));

    SignInTrail(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void signedIn(IdentityId person, List<Means> shown) {
        trail.record(
                about("signed_in", person)
                        .to(Map.of("by", shown.stream().map(Means::code).toList())),
                person);
    }

    void signedOut(IdentityId person) {
        trail.record(about("signed_out", person), person);
    }

    /** From another place than the one that ends. */
    void signedOut(IdentityId person, String where) {
        trail.record(about("signed_out", person).to(Map.of("where", where)));
    }

    /** By a wrong password. Whether anybody has that address is not told here either. */
    void turnedAway(String email) {
        trail.record(wrongPassword(email));
    }

    /**
     * By a wrong password where only known addresses are asked for one: the business at which it happens must not learn
     * by it who is known, so it stands in the platform's own trail.
     */
    void turnedAwayUnseen(String email) {
        trail.recordForPlatform(wrongPassword(email));
    }

    private static Act wrongPassword(String email) {
        return Act.of("person.turned_away", "person", UNKNOWN)
                .to(Map.of("by", Means.PASSWORD.code(), "email", Masked.email(email.strip())));
    }

    /** By what anybody can bring, and nobody knows whose it is. */
    void turnedAway(Means by) {
        seldom(
                by.code(),
                () -> trail.record(
                        Act.of("person.turned_away", "person", UNKNOWN).to(Map.of("by", by.code()))));
    }

    /** In the second step, after a first one that was right. */
    void turnedAway(IdentityId person, Factor by) {
        trail.record(about("turned_away", person).to(Map.of("by", by.code())));
    }

    /** Somebody who is in has shown once more who they are. */
    void provenAgain(IdentityId person, Factor by) {
        trail.record(about("proven", person).to(Map.of("by", by.code())));
    }

    void notProven(IdentityId person, Factor by) {
        trail.record(about("not_proven", person).to(Map.of("by", by.code())));
    }

    /** Two have the same refresh token: its owner, and whoever has a copy. */
    void tokenReused(IdentityId person, Optional<TenantId> tenant) {
        at(tenant, () -> trail.record(about("token_reused", person)));
    }

    void passwordChanged(IdentityId person, Means by) {
        trail.record(about("password_changed", person).to(Map.of("by", by.code())), person);
    }

    void addressConfirmed(IdentityId person) {
        trail.record(about("address_confirmed", person), person);
    }

    void providerJoined(IdentityId person, Means provider) {
        trail.record(about("provider_joined", person).to(Map.of("provider", provider.code())), person);
    }

    void providerRemoved(IdentityId person, Means provider) {
        trail.record(about("provider_removed", person).from(Map.of("provider", provider.code())));
    }

    /** @param key its id, if there ever was one like it */
    void keyRefused(Optional<TenantId> tenant, String key) {
        at(tenant, () -> seldom("key " + key, () -> trail.record(Act.of("key.refused", "key", key))));
    }

    private static Act about(String act, IdentityId person) {
        return Act.of("person." + act, "person", person);
    }

    private static void at(Optional<TenantId> tenant, Runnable work) {
        tenant.ifPresentOrElse(it -> CurrentTenant.run(it, work), work);
    }

    private void seldom(String what, Runnable line) {
        String where = CurrentTenant.find().map(TenantId::toString).orElse("");
        written.get(address() + " " + where + " " + what, first -> {
            line.run();
            return true;
        });
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                ? call.getRequest().getRemoteAddr()
                : "";
    }
}
