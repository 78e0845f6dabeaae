package com.gmservices.identity;

import com.gmservices.identity.MailedLinks.Purpose;
import com.gmservices.tenancy.CurrentIdentity;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose addresses are known to be theirs. Others may sign in and work all the same. */
@Service
class ProvenAddresses {

    private final Identities identities;
    private final MailedLinks links;
    private final SignInTrail trail;
    private final Clock clock;

    ProvenAddresses(Identities identities, MailedLinks links, SignInTrail trail, Clock clock) {
        this.identities = identities;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    /** Mails a link to somebody whose address is not proven; not more often than {@link MailedLinks} lets it. */
    @Transactional
    public void ask(CurrentIdentity person) {
        identities
                .find(person.id())
                .filter(identity -> !identity.emailVerified())
                .ifPresent(identity -> links.send(identity, Purpose.ADDRESS, links.here()));
    }

    Optional<Identity> ownerOf(Opaque token, Purpose purpose) {
        return links.find(token, purpose).flatMap(identities::find);
    }

    /** Uses a link up: whoever has it reads the mails of that address. */
    @Transactional
    public Optional<Identity> prove(Opaque token, Purpose purpose) {
        return links.use(token, purpose).flatMap(owner -> {
            if (identities.verifyEmail(owner, clock.instant())) {
                trail.addressConfirmed(owner);
            }
            return identities.find(owner);
        });
    }
}
