package com.gmservices.documents;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.concurrent.Callable;

/** A garage of its own for a test, with Mia, its customer, Joe, another one, and Ben of the staff. */
record Business(TenantId id, CurrentMember mia, CurrentMember joe, CurrentMember ben, CurrentMember owner) {

    static Business found(Tenants tenants, Members members) {
        TenantId id = TenantId.next();
        String slug = "garage-" + id.toString().substring(24);
        var wish = new NewTenant(
                slug, "Harbour", ZoneId.of("Europe/Paris"), Currency.getInstance("EUR"), Set.of(Domain.AUTOMOTIVE));
        CurrentTenant.call(id, () -> tenants.found(id, wish));
        return new Business(
                id,
                member(id, members, "Mia", Role.CUSTOMER),
                member(id, members, "Joe", Role.CUSTOMER),
                member(id, members, "Ben", Role.STAFF),
                member(id, members, "Ola", Role.ADMIN));
    }

    private static CurrentMember member(TenantId tenant, Members members, String name, Role role) {
        return CurrentTenant.call(tenant, () -> {
            Member member = members.join(
                    IdentityId.next(), new Members.Contact(name, null, null), Set.of(role), role == Role.ADMIN);
            return members.toCurrent(member);
        });
    }

    <T> T in(Callable<T> work) {
        return CurrentTenant.call(id, () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Something of Mia's. */
    Subject job() {
        return new Subject(Jobs.KIND, Jobs.of(mia.id()));
    }

    Document attach(Documents documents, CurrentMember member, Subject subject, String name, byte[] content) {
        return in(() -> documents.attach(member, file(subject, name, content)));
    }

    static NewDocument file(Subject subject, String name, byte[] content) {
        return new NewDocument(subject, name, false, null, target -> Files.write(target, content));
    }
}
