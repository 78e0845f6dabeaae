package com.gmservices.tenancy;

/** Who has signed in, whether or not a member of the current tenant. */
public record CurrentIdentity(IdentityId id, String email, String firstName, String lastName, boolean operator) {

    public String name() {
        return (firstName + " " + lastName).strip();
    }
}
