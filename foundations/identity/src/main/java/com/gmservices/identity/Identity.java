package com.gmservices.identity;

import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Members;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who can sign in, and may be a member of many tenants. */
record Identity(
        IdentityId id,
        String email,
        String passwordHash,
        String firstName,
        String lastName,
        @Nullable String phone,
        boolean operator,
        boolean emailVerified,
        int revision,
        Instant createdAt) {

    static Identity of(NewPerson person, String passwordHash, Instant now) {
        return new Identity(
                IdentityId.next(),
                person.email(),
                passwordHash,
                person.firstName(),
                person.lastName(),
                person.phone(),
                false,
                false,
                1,
                now);
    }

    /** As a business that they join writes them down. */
    Members.Contact toContact() {
        return new Members.Contact(toCurrent().name(), email, phone);
    }

    CurrentIdentity toCurrent() {
        return new CurrentIdentity(id, email, firstName, lastName, operator);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
