package com.gmservices.portability;

import com.gmservices.portability.PortabilityRefused.OwnerFirst;
import com.gmservices.portability.PortabilityRefused.OwnersOwn;
import com.gmservices.portability.PortabilityRefused.Unconfirmed;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** People who go: by themselves and from everywhere, or from one business, which they have asked to forget them. */
@Service
class Departure {

    private final Backstage backstage;
    private final RowEraser rows;
    private final Erasures erasures;
    private final Members members;
    private final Tenants tenants;

    Departure(Backstage backstage, RowEraser rows, Erasures erasures, Members members, Tenants tenants) {
        this.backstage = backstage;
        this.rows = rows;
        this.erasures = erasures;
        this.members = members;
        this.tenants = tenants;
    }

    private record Membership(
            UUID tenant,
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String phone,
            boolean owner) {}

    /** What somebody owns, which keeps them from going. */
    List<Tenant> owned(CurrentIdentity person) {
        return tenants.findAll(members.ofIdentity(person.id()).stream()
                .filter(Member::owner)
                .map(Member::tenant)
                .toList());
    }

    /**
     * The account is gone when this returns, with all sign-ins and keys; the businesses keep what the books need.
     *
     * @param confirmation the person's own address, typed once more
     */
    void leave(CurrentIdentity person, @Nullable String confirmation) {
        if (confirmation == null || !confirmation.strip().equalsIgnoreCase(person.email())) {
            throw new Unconfirmed("/confirm", person.email());
        }
        checkOwnsNothing(person);
        backstage.change(owner -> {
            List<Membership> memberships = memberships(owner, person);
            if (memberships.stream().anyMatch(Membership::owner)) {
                checkOwnsNothing(person);
            }
            memberships.forEach(member -> askFor(owner, member, person));
            var everywhere = new Person(Person.PLATFORM, null, person.id().value(), List.of(person.email()));
            erasures.ask(owner, everywhere, List.of(person.email(), person.name()));
            rows.erase(owner, everywhere);
            return null;
        });
        erasures.carryOutAll();
    }

    private void checkOwnsNothing(CurrentIdentity person) {
        List<Tenant> owned = owned(person);
        if (!owned.isEmpty()) {
            throw new OwnerFirst(owned.stream().map(Tenant::name).toList());
        }
    }

    /** Locked, so that none of the businesses is handed over to somebody who is going. */
    private static List<Membership> memberships(JdbcClient owner, CurrentIdentity person) {
        return owner.sql("""
                select tenant_id, id, name, email, phone, owner from tenancy.member
                where identity_id = ? order by tenant_id for update
                """)
                .param(person.id().value())
                .query((row, index) -> new Membership(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getBoolean("owner")))
                .list();
    }

    private void askFor(JdbcClient owner, Membership member, CurrentIdentity person) {
        List<String> emails = Person.known(member.email, person.email());
        erasures.ask(
                owner,
                new Person(member.tenant, member.id, person.id().value(), emails),
                Person.known(member.name, member.email, member.phone, person.email(), person.name()));
    }

    private record Remaining(boolean known, boolean owner) {}

    /** @param confirmation the member's name, typed once more */
    void erase(CurrentMember admin, MemberId id, @Nullable String confirmation) {
        admin.require("erase:members");
        Member member = members.find(id).orElseThrow(() -> new PortabilityRefused.NotFound("member"));
        if (member.owner()) {
            throw new OwnersOwn();
        }
        if (confirmation == null
                || !confirmation.strip().equalsIgnoreCase(member.name().strip())) {
            throw new Unconfirmed("/confirm", member.name());
        }
        backstage.change(owner -> {
            // Locked, so that of two who ask at once the second finds it done, and nobody becomes the owner meanwhile.
            Remaining remaining = owner.sql(
                            "select erased_at, owner from tenancy.member where tenant_id = ? and id = ? for update")
                    .params(admin.tenant().value(), id.value())
                    .query((row, index) -> new Remaining(row.getObject("erased_at") == null, row.getBoolean("owner")))
                    .single();
            if (remaining.owner()) {
                throw new OwnersOwn();
            }
            if (!remaining.known()) {
                return null;
            }
            erasures.ask(
                    owner,
                    new Person(
                            admin.tenant().value(),
                            id.value(),
                            member.identity() == null ? null : member.identity().value(),
                            Person.known(member.email())),
                    Person.known(member.name(), member.email(), member.phone()));
            return null;
        });
        erasures.carryOutAll();
    }
}
