package com.gmservices.identity.security;

import com.gmservices.database.Deployment;
import com.gmservices.identity.factors.Factors;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import org.springframework.stereotype.Component;

/**
 * Of whom a second factor is asked: of a business's team where the business wants it, and of the platform's operators in
 * production; whoever tries things out on a machine of their own is only told. Whoever has none can do nothing there but
 * set one up, which is not of the business but of the person, so that nobody is locked out.
 */
@Component
public final class Policy {

    private final Tenants tenants;
    private final Factors factors;
    private final Deployment deployment;

    Policy(Tenants tenants, Factors factors, Deployment deployment) {
        this.tenants = tenants;
        this.factors = factors;
        this.deployment = deployment;
    }

    void check(CurrentMember member) {
        if (member.isStaff() && tenants.current().secondFactorRequired() && !hasOne(member)) {
            throw AccessRefused.EnrolmentRequired.ofTeam();
        }
    }

    void check(CurrentIdentity operator) {
        if (isAskedOfOperators() && !factors.areOn(operator.id())) {
            throw AccessRefused.EnrolmentRequired.ofOperators();
        }
    }

    /** Whether the business at hand is on its way out. */
    boolean isClosing() {
        return tenants.current().isClosing();
    }

    public boolean isAskedOfOperators() {
        return deployment.isProduction();
    }

    private boolean hasOne(CurrentMember member) {
        return member.identity() != null && factors.areOn(member.identity());
    }
}
