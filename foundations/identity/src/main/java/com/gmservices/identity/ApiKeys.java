package com.gmservices.identity;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.database.Deployment;
import com.gmservices.database.Ids;
import com.gmservices.identity.security.KeyHolder;
import com.gmservices.identity.security.KeyRing;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Roles;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys for programs, each for one business. A personal key acts as the person who made it, and never does what they may
 * not do at that moment. A key of the business acts as a machine, a member that is named after it, and outlives who made
 * it. Neither makes keys, signs anybody in, or knows a person's account.
 */
@Service
@Transactional
class ApiKeys implements KeyRing {

    private static final Duration BETWEEN_MARKS = Duration.ofMinutes(1);

    /** A key that makes keys could not be taken back. */
    private static final String MAKES_KEYS = "manage:keys";

    private final ApiKeyRows rows;
    private final Members members;
    private final Roles roles;
    private final Trail trail;
    private final RefusedKeys refusedKeys;
    private final Clock clock;
    private final String prefix;

    ApiKeys(
            ApiKeyRows rows,
            Members members,
            Roles roles,
            Trail trail,
            RefusedKeys refusedKeys,
            Clock clock,
            Deployment deployment) {
        this.rows = rows;
        this.members = members;
        this.roles = roles;
        this.trail = trail;
        this.refusedKeys = refusedKeys;
        this.clock = clock;
        this.prefix = deployment.isProduction() ? "gm_live_" : "gm_test_";
    }

    record Wish(String name, Set<String> scopes, @Nullable Instant expiresAt) {}

    /** @param text the key itself, which is not to be had again */
    record Made(ApiKey key, String text) {

        @Override
        public String toString() {
            return "Made[" + key.id() + "]";
        }
    }

    /** What keys that somebody makes can be for. */
    Set<String> scopes(CurrentMember maker) {
        var scopes = new TreeSet<>(maker.permissions());
        scopes.remove(MAKES_KEYS);
        return Collections.unmodifiableSet(scopes);
    }

    /** What keys of the business that somebody makes can be for: its customers' own affairs are not a machine's. */
    Set<String> machineScopes(CurrentMember maker) {
        var scopes = new TreeSet<>(scopes(maker));
        scopes.retainAll(roles.permissions());
        return Collections.unmodifiableSet(scopes);
    }

    Made makePersonal(CurrentMember maker, Wish wish) {
        check(wish, scopes(maker));
        return make(maker, maker.id(), maker.identity(), wish);
    }

    Made makeForMachine(CurrentMember admin, Wish wish) {
        admin.require(MAKES_KEYS);
        check(wish, machineScopes(admin));
        return make(admin, members.addMachine(wish.name().strip()).id(), null, wish);
    }

    private Made make(CurrentMember maker, MemberId actsAs, @Nullable IdentityId identity, Wish wish) {
        Opaque secret = Invitations.tokenFor(maker.tenant());
        String text = prefix + secret.text();
        var key = new ApiKey(
                maker.tenant(),
                Ids.next(),
                actsAs,
                identity,
                wish.name().strip(),
                prefix,
                text.substring(text.length() - 4),
                wish.scopes(),
                maker.id(),
                clock.instant(),
                wish.expiresAt(),
                null);
        rows.insert(key, new Opaque(text).hash());
        trail.record(Act.of("key.made", "key", key.id()).to(facts(key)));
        return new Made(key, text);
    }

    private static Map<String, Object> facts(ApiKey key) {
        var facts = new HashMap<String, Object>(Map.of(
                "name", key.name(),
                "last_four", key.lastFour(),
                "scopes", key.scopes().stream().sorted().toList(),
                "personal", key.identity() != null));
        if (key.expiresAt() != null) {
            facts.put("expires_at", key.expiresAt().toString());
        }
        return facts;
    }

    private void check(Wish wish, Set<String> possible) {
        if (wish.scopes().isEmpty() || !possible.containsAll(wish.scopes())) {
            throw new IdentityRefused.UnfitScopes();
        }
        if (wish.expiresAt() != null && !wish.expiresAt().isAfter(clock.instant())) {
            throw new IdentityRefused.ExpiryPassed();
        }
    }

    @Transactional(readOnly = true)
    public List<ApiKey> personal(CurrentMember member) {
        return member.identity() == null ? List.of() : rows.all(member.tenant(), member.identity());
    }

    @Transactional(readOnly = true)
    public List<ApiKey> machines(CurrentMember admin) {
        admin.require(MAKES_KEYS);
        return rows.all(admin.tenant(), null);
    }

    void revokePersonal(CurrentMember member, UUID id) {
        if (member.identity() == null) {
            throw new IdentityRefused.NoSuchKey();
        }
        revoke(member, id, member.identity());
    }

    void revokeMachine(CurrentMember admin, UUID id) {
        admin.require(MAKES_KEYS);
        revoke(admin, id, null);
    }

    private void revoke(CurrentMember by, UUID id, @Nullable IdentityId owner) {
        if (!rows.revoke(by.tenant(), id, owner, by.id(), clock.instant())) {
            throw new IdentityRefused.NoSuchKey();
        }
        trail.record(Act.of("key.revoked", "key", id));
    }

    @Override
    public Optional<TenantId> tenantOf(String text) {
        return text.startsWith(prefix)
                ? Invitations.tenantOf(new Opaque(text.substring(prefix.length())))
                : Optional.empty();
    }

    /** Known only by what they say of themselves, so that no transaction is theirs. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void refused(String text) {
        refusedKeys.note(tenantOf(text), new Opaque(text).hash());
    }

    /** Within the tenant that the key names, which the caller has bound. */
    @Override
    public Optional<KeyHolder> find(String text) {
        Instant now = clock.instant();
        return rows.find(CurrentTenant.id(), new Opaque(text).hash(), now)
                .filter(key -> key.identity() == null
                        || members.current(key.identity()).isPresent())
                .map(key -> {
                    if (key.lastUsedAt() == null
                            || key.lastUsedAt().plus(BETWEEN_MARKS).isBefore(now)) {
                        rows.markUsed(key, now);
                    }
                    return new KeyHolder(
                            key.tenant(),
                            key.id(),
                            key.member(),
                            key.identity(),
                            key.name(),
                            key.lastFour(),
                            key.scopes());
                });
    }
}
