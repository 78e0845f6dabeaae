package com.gmservices.identity;

import com.gmservices.identity.security.Origin;
import com.gmservices.identity.security.Visits;
import com.gmservices.tenancy.CurrentIdentity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Where somebody is signed in: browsers by their sessions, programs by their refresh tokens. */
@Service
class SignIns {

    private final Visits visits;
    private final RefreshTokens tokens;
    private final SignInTrail trail;

    SignIns(Visits visits, RefreshTokens tokens, SignInTrail trail) {
        this.visits = visits;
        this.tokens = tokens;
        this.trail = trail;
    }

    enum Kind {
        BROWSER,
        PROGRAM
    }

    record Place(UUID id, Kind kind, Device device, String address, Instant begun, Instant lastUsed, boolean current) {

        private static Place of(Kind kind, UUID id, Origin origin, Instant begun, Instant lastUsed, boolean current) {
            return new Place(id, kind, Device.of(origin.userAgent()), origin.address(), begun, lastUsed, current);
        }
    }

    /** This one first, then by last use. */
    List<Place> of(CurrentIdentity person, Here here) {
        Stream<Place> browsers = visits.of(person.id(), here.session()).stream()
                .map(one -> Place.of(Kind.BROWSER, one.id(), one.origin(), one.begun(), one.lastUsed(), one.current()));
        Stream<Place> programs = tokens.of(person.id()).stream()
                .map(one -> Place.of(
                        Kind.PROGRAM,
                        one.id(),
                        one.origin(),
                        one.begun(),
                        one.lastUsed(),
                        one.id().equals(here.family())));
        return Stream.concat(browsers, programs)
                .sorted(Comparator.comparing(Place::current)
                        .thenComparing(Place::lastUsed)
                        .reversed())
                .toList();
    }

    /** @throws IdentityRefused when there is none of theirs by this id */
    void end(CurrentIdentity person, UUID id) {
        if (!visits.end(person.id(), id) && !tokens.end(person.id(), id)) {
            throw new IdentityRefused.NoSuchSignIn();
        }
        trail.signedOut(person.id(), "elsewhere");
    }

    void endOthers(CurrentIdentity person, Here here) {
        visits.endOthers(person.id(), here.session());
        tokens.endOthers(person.id(), here.family());
        trail.signedOut(person.id(), "everywhere else");
    }
}
