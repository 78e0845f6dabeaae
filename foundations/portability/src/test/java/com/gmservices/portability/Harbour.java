package com.gmservices.portability;

import com.gmservices.database.Ids;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Members.Contact;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Founds businesses. */
@Component
class Harbour {

    private final Tenants tenants;
    private final Members members;

    Harbour(Tenants tenants, Members members) {
        this.tenants = tenants;
        this.members = members;
    }

    record Business(TenantId id, String slug, CurrentMember owner, Member mia) {

        <T> T inside(Supplier<T> work) {
            return CurrentTenant.call(id, work::get);
        }

        void run(Runnable work) {
            CurrentTenant.run(id, work);
        }
    }

    Business open() {
        TenantId id = TenantId.next();
        String slug = "p-" + Ids.next().toString().substring(24);
        return CurrentTenant.call(id, () -> {
            tenants.found(
                    id,
                    new NewTenant(
                            slug,
                            "Harbour Motors",
                            ZoneId.of("Africa/Lagos"),
                            Currency.getInstance("NGN"),
                            Set.of(Domain.AUTOMOTIVE)));
            Member ada = members.join(
                    IdentityId.next(),
                    new Contact("Ada Obi", "ada@" + slug + ".example", "08035554567"),
                    Set.of(Role.ADMIN),
                    true);
            CurrentMember owner = members.toCurrent(ada);
            Member mia = members.add(owner, new Contact("Mia Okafor", "mia@" + slug + ".example", "08031112222"));
            return new Business(id, slug, owner, mia);
        });
    }

    /** Nobody but an owner. */
    Business openEmpty() {
        TenantId id = TenantId.next();
        String slug = "e-" + Ids.next().toString().substring(24);
        return CurrentTenant.call(id, () -> {
            tenants.found(
                    id,
                    new NewTenant(
                            slug,
                            "Empty",
                            ZoneId.of("Europe/London"),
                            Currency.getInstance("GBP"),
                            Set.of(Domain.FINANCE)));
            Member ola = members.join(
                    IdentityId.next(),
                    new Contact("Ola Eze", "ola@" + slug + ".example", null),
                    Set.of(Role.ADMIN),
                    true);
            return new Business(id, slug, members.toCurrent(ola), ola);
        });
    }
}
