package com.gmservices.identity;

import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.identity.RefreshTokens.Family;
import com.gmservices.identity.RefreshTokens.Issued;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.factors.SignInSteps;
import com.gmservices.identity.security.AccessTokens;
import com.gmservices.identity.security.Origin;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What a program gets for signing in: an access token for ten minutes, and a refresh token for the next one. */
@Service
class Tokens {

    private final AccessTokens access;
    private final RefreshTokens refresh;
    private final Identities identities;
    private final Factors factors;
    private final SignInSteps steps;
    private final Members members;
    private final SignInTrail trail;
    private final Links links;
    private final ObjectProvider<AccountMail> mail;
    private final TransactionTemplate transactions;

    Tokens(
            AccessTokens access,
            RefreshTokens refresh,
            Identities identities,
            Factors factors,
            SignInSteps steps,
            Members members,
            SignInTrail trail,
            Links links,
            ObjectProvider<AccountMail> mail,
            TransactionTemplate transactions) {
        this.access = access;
        this.refresh = refresh;
        this.identities = identities;
        this.factors = factors;
        this.steps = steps;
        this.members = members;
        this.trail = trail;
        this.links = links;
        this.mail = mail;
        this.transactions = transactions;
    }

    record Pair(
            String accessToken,
            String refreshToken,
            @Schema(example = "Bearer") String tokenType,

            @Schema(description = "Seconds", example = "600")
            long expiresIn,

            MeView user) {

        @Override
        public String toString() {
            return "Pair[…]";
        }
    }

    /**
     * For the current tenant, if there is one.
     *
     * @throws SecondFactorRequired by whoever has one to show first
     */
    Pair begin(Identity identity, Means shown) {
        Factors.State state = factors.of(identity.id());
        if (state.isOn()) {
            throw new SecondFactorRequired(steps.begin(identity.id(), CurrentTenant.find(), shown), state.usable());
        }
        return complete(identity, CurrentTenant.find(), List.of(shown));
    }

    /** For somebody who has shown all that they have. */
    Pair complete(Identity identity, Optional<TenantId> tenant, List<Means> shown) {
        Runnable line = () -> trail.signedIn(identity.id(), shown);
        tenant.ifPresentOrElse(it -> CurrentTenant.run(it, line), line);
        return pair(refresh.begin(identity.id(), tenant, Origin.current()), identity);
    }

    /** Empty for tokens that nobody has been given, that are too old or were used, and for those who may no more enter. */
    Optional<Pair> renew(Opaque token) {
        Optional<Issued> next = refresh.rotate(token);
        if (next.isEmpty()) {
            refresh.endIfReused(token).ifPresent(this::warn);
        }
        return next.flatMap(this::renewed);
    }

    void end(UUID family) {
        refresh.end(family);
    }

    private Optional<Pair> renewed(Issued issued) {
        Family family = issued.family();
        Optional<Identity> identity = identities.find(family.identity());
        if (identity.isEmpty() || (family.tenant() != null && member(family).isEmpty())) {
            refresh.end(family.id());
            return Optional.empty();
        }
        return identity.map(it -> pair(issued, it));
    }

    private Pair pair(Issued issued, Identity identity) {
        Family family = issued.family();
        String accessToken = access.issue(identity.id(), family.tenant(), family.id());
        return new Pair(
                accessToken,
                issued.token().text(),
                "Bearer",
                AccessTokens.LIFETIME.toSeconds(),
                MeView.of(identity, member(family)));
    }

    private Optional<CurrentMember> member(Family family) {
        TenantId tenant = family.tenant();
        return tenant == null ? Optional.empty() : CurrentTenant.call(tenant, () -> members.current(family.identity()));
    }

    private void warn(Family family) {
        trail.tokenReused(family.identity(), Optional.ofNullable(family.tenant()));
        identities
                .find(family.identity())
                .ifPresent(identity -> transactions.executeWithoutResult(status -> {
                    var letter = new Letter(
                            identity.email(), "identity.mail.token-reuse", List.of(), links.platform("/sign-in"));
                    mail.ifAvailable(post -> post.send(letter));
                }));
    }
}
