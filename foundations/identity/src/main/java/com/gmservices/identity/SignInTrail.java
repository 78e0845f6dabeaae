package com.gmservices.identity;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.identity.security.Arrivals;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Masked;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down who came, who left and who was turned away, where it happened: at a business or at the platform. */
@Component
class SignInTrail implements Arrivals {

    private final Trail trail;

    SignInTrail(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void signedIn(IdentityId person) {
        trail.record(Act.of("person.signed_in", "person", person), person);
    }

    void signedOut(IdentityId person) {
        trail.record(Act.of("person.signed_out", "person", person), person);
    }

    /** Whether anybody has that address is not told here either. */
    void turnedAway(String email) {
        trail.record(
                Act.of("person.turned_away", "person", "unknown").to(Map.of("email", Masked.email(email.strip()))));
    }
}
