package com.gmservices.identity.security;

import com.gmservices.identity.factors.Factors;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import org.springframework.stereotype.Component;

/**
 * What a business asks of its team. Whoever has no second factor can do nothing there but set one up, which is not of
 * the business but of the person, so that nobody is locked out.
 */
@Component
final class Policy {

    private final Tenants tenants;
    private final Factors factors;

    Policy(Tenants tenants, Factors factors) {
        this.tenants = tenants;
        this.factors = factors;
    }

    void check(CurrentMember member) {
        if (member.isStaff() && tenants.current().secondFactorRequired() && !hasOne(member)) {
            throw new AccessRefused.EnrolmentRequired();
        }
    }

    private boolean hasOne(CurrentMember member) {
        return member.identity() != null && factors.areOn(member.identity());
    }
}
