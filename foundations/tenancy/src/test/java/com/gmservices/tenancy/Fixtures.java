package com.gmservices.tenancy;

import com.gmservices.database.Ids;
import com.gmservices.tenancy.Members.Contact;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Harbour Motors and whoever else a test needs, each in a tenant that no other test knows. */
@Component
public class Fixtures {

    public static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

    private final Tenants tenants;
    private final Members members;

    Fixtures(Tenants tenants, Members members) {
        this.tenants = tenants;
        this.members = members;
    }

    /** A business with its owner, Ada. */
    public record Business(Tenant tenant, CurrentMember ada) {

        public <T> T inside(Supplier<T> work) {
            return CurrentTenant.call(tenant.id(), work::get);
        }

        public void insideRun(Runnable work) {
            CurrentTenant.run(tenant.id(), work);
        }
    }

    public Business harbourMotors() {
        TenantId id = TenantId.next();
        return CurrentTenant.call(id, () -> {
            Tenant tenant = tenants.found(
                    id,
                    new NewTenant(
                            "harbour-" + Ids.next().toString().substring(24),
                            "Harbour Motors",
                            LAGOS,
                            Currency.getInstance("NGN"),
                            Set.of(Domain.AUTOMOTIVE)));
            Member ada = members.join(
                    IdentityId.next(), new Contact("Ada Obi", "ada@harbour.example", null), Set.of(Role.ADMIN), true);
            return new Business(tenant, members.toCurrent(ada));
        });
    }

    public CurrentMember join(Business business, String name, Role... roles) {
        return business.inside(() -> members.toCurrent(
                members.join(IdentityId.next(), new Contact(name, null, null), Set.of(roles), false)));
    }
}
