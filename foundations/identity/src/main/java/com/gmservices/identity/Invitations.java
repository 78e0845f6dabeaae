package com.gmservices.identity;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.database.Ids;
import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Masked;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Roles;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks people by mail to work for a business. The link holds the tenant's id, because whoever opens it may not have said
 * for which tenant, and 256 random bits, of which the hash is stored.
 */
@Service
class Invitations {

    static final Duration VALID = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Identities identities;
    private final SignIn signIn;
    private final Accounts accounts;
    private final AsTenant asTenant;
    private final Tenants tenants;
    private final Members members;
    private final Roles roles;
    private final Links links;
    private final ObjectProvider<AccountMail> mail;
    private final Trail trail;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc,
            Identities identities,
            SignIn signIn,
            Accounts accounts,
            AsTenant asTenant,
            Tenants tenants,
            Members members,
            Roles roles,
            Links links,
            ObjectProvider<AccountMail> mail,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.signIn = signIn;
        this.accounts = accounts;
        this.asTenant = asTenant;
        this.tenants = tenants;
        this.members = members;
        this.roles = roles;
        this.links = links;
        this.mail = mail;
        this.trail = trail;
        this.clock = clock;
    }

    record Invitation(TenantId tenant, UUID id, String email, Role role, Instant expiresAt) {

        boolean isFor(CurrentIdentity person) {
            return person.email().equalsIgnoreCase(email);
        }
    }

    /** A second one to the same address takes the place of the first. */
    @Transactional
    public Invitation invite(CurrentMember admin, String email, Role role) {
        admin.require("invite:members");
        roles.requireMayGive(admin, role);
        Tenant tenant = tenants.current();
        Instant now = clock.instant();
        var invitation = new Invitation(admin.tenant(), Ids.next(), email.strip(), role, now.plus(VALID));
        Opaque token = tokenFor(admin.tenant());
        jdbc.sql(
                        "delete from identity.invitation where tenant_id = ? and lower(email) = lower(?) and accepted_at is null")
                .params(admin.tenant().value(), invitation.email())
                .update();
        insert(invitation, token, admin, now);
        var letter = new Letter(
                invitation.email(),
                "identity.mail.invitation",
                List.of(tenant.name(), admin.name()),
                links.tenant(tenant, "/invitations/" + token.text()));
        mail.ifAvailable(post -> post.send(letter));
        trail.record(Act.of("member.invited", "invitation", invitation.id())
                .to(Map.of("email", Masked.email(invitation.email()), "role", role.code())));
        return invitation;
    }

    /** The invitation that a link opens, as long as it can be accepted. */
    Optional<Invitation> find(Opaque token) {
        return tenantOf(token).flatMap(tenant -> asTenant.call(tenant, () -> open(tenant, token)));
    }

    boolean isForSomebodyKnown(Invitation invitation) {
        return signIn.isKnown(invitation.email());
    }

    /**
     * Once. The address is known to be theirs, since the link reached them there.
     *
     * @throws IdentityRefused when the link is spent, the password wrong, or a new person's name missing
     */
    Identity accept(Opaque token, NewPerson answer) {
        Invitation invitation = find(token).orElseThrow(IdentityRefused.SpentLink::new);
        var person = answer.at(invitation.email());
        if (!signIn.isKnown(person.email())) {
            accounts.checkNew(person);
        }
        return accounts.proven(
                        person,
                        identity -> asTenant.call(invitation.tenant(), () -> {
                            use(invitation, identity);
                            return identity;
                        }))
                .orElseThrow(() -> new IdentityRefused.WrongPassword("/password"));
    }

    /** By somebody who has signed in at that address. */
    Identity accept(Opaque token, CurrentIdentity person) {
        Invitation invitation =
                find(token).filter(found -> found.isFor(person)).orElseThrow(IdentityRefused.SpentLink::new);
        Identity identity = identities.find(person.id()).orElseThrow();
        return asTenant.call(invitation.tenant(), () -> {
            use(invitation, identity);
            return identity;
        });
    }

    private void use(Invitation invitation, Identity identity) {
        int used = jdbc.sql("""
                update identity.invitation set accepted_at = ? where tenant_id = ? and id = ? and accepted_at is null
                """)
                .params(at(clock.instant()), invitation.tenant().value(), invitation.id())
                .update();
        if (used == 0) {
            throw new IdentityRefused.SpentLink();
        }
        identities.verifyEmail(identity.id(), clock.instant());
        members.recognise(identity.id(), invitation.email());
        members.join(identity.id(), identity.toContact(), Set.of(invitation.role()), false);
    }

    private Optional<Invitation> open(TenantId tenant, Opaque token) {
        return jdbc.sql("""
                select * from identity.invitation
                where tenant_id = ? and token_hash = ? and accepted_at is null and expires_at > ?
                """)
                .params(tenant.value(), token.hash(), at(clock.instant()))
                .query(Invitations::toInvitation)
                .optional();
    }

    private void insert(Invitation invitation, Opaque token, CurrentMember admin, Instant now) {
        jdbc.sql("""
                insert into identity.invitation
                    (tenant_id, id, email, role, token_hash, invited_by, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        invitation.tenant().value(),
                        invitation.id(),
                        invitation.email(),
                        invitation.role().code(),
                        token.hash(),
                        admin.id().value(),
                        at(now),
                        at(invitation.expiresAt()))
                .update();
    }

    static Opaque tokenFor(TenantId tenant) {
        byte[] bytes = ByteBuffer.allocate(48)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .put(Opaque.randomBytes())
                .array();
        return new Opaque(Opaque.encode(bytes));
    }

    static Optional<TenantId> tenantOf(Opaque token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token.text());
            if (bytes.length != 48) {
                return Optional.empty();
            }
            ByteBuffer tenant = ByteBuffer.wrap(bytes);
            return Optional.of(new TenantId(new UUID(tenant.getLong(), tenant.getLong())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Invitation toInvitation(ResultSet row, int index) throws SQLException {
        return new Invitation(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
