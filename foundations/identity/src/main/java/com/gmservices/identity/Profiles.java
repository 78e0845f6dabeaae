package com.gmservices.identity;

import com.gmservices.database.Revision;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see and change of themselves. */
@Service
class Profiles {

    private final Identities identities;
    private final Members members;
    private final Tenants tenants;
    private final AsTenant asTenant;

    Profiles(Identities identities, Members members, Tenants tenants, AsTenant asTenant) {
        this.identities = identities;
        this.members = members;
        this.tenants = tenants;
        this.asTenant = asTenant;
    }

    /** Null leaves a value as it is. */
    record Change(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone) {}

    record Business(Tenant tenant, Member member) {}

    Identity find(CurrentIdentity caller) {
        return identities.find(caller.id()).orElseThrow();
    }

    @Transactional
    public Identity change(CurrentIdentity caller, Revision seen, Change change) {
        Identity before = find(caller);
        var after = new Identity(
                before.id(),
                before.email(),
                before.passwordHash(),
                changed(change.firstName(), before.firstName()),
                changed(change.lastName(), before.lastName()),
                phone(change.phone(), before.phone()),
                before.operator(),
                before.emailVerified(),
                seen.value(),
                before.createdAt());
        if (after.firstName().isEmpty()) {
            throw new IdentityRefused.NameMissing();
        }
        Identity changed = identities.change(after).orElseThrow(IdentityRefused.ChangedMeanwhile::new);
        tellBusinesses(changed);
        return changed;
    }

    private void tellBusinesses(Identity person) {
        Members.Contact contact = person.toContact();
        for (Member member : members.ofIdentity(person.id())) {
            asTenant.call(member.tenant(), () -> {
                members.rename(person.id(), contact.name(), contact.phone());
                return member;
            });
        }
    }

    List<Business> businesses(CurrentIdentity caller) {
        return members.ofIdentity(caller.id()).stream()
                .flatMap(member -> tenants.find(member.tenant()).map(tenant -> new Business(tenant, member)).stream())
                .toList();
    }

    private static String changed(@Nullable String wish, String before) {
        return wish == null ? before : wish.strip();
    }

    private static @Nullable String phone(@Nullable String wish, @Nullable String before) {
        if (wish == null) {
            return before;
        }
        return wish.isBlank() ? null : wish.strip();
    }
}
