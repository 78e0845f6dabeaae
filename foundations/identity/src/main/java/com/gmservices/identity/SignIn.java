package com.gmservices.identity;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Members;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Service;

/** Finds out whether somebody is who they say. Nobody learns by it who is known: answers and their time are alike. */
@Service
class SignIn {

    private final Identities identities;
    private final Passwords passwords;
    private final Guesses guesses;
    private final Members members;
    private final SignInTrail trail;
    private final Clock clock;

    SignIn(
            Identities identities,
            Passwords passwords,
            Guesses guesses,
            Members members,
            SignInTrail trail,
            Clock clock) {
        this.identities = identities;
        this.passwords = passwords;
        this.guesses = guesses;
        this.members = members;
        this.trail = trail;
        this.clock = clock;
    }

    /** A person as they are known, or as they will be if nobody else comes with that address. */
    record Proven(Identity identity, boolean isNew) {}

    Optional<Identity> authenticate(String email, String password) {
        Optional<Identity> proven = passwords.admit(() -> guesses.attempt(email, () -> {
            Optional<Identity> known = identities.findByEmail(email);
            return matches(password, known) ? known : Optional.empty();
        }));
        if (proven.isEmpty()) {
            trail.turnedAway(email);
        }
        return proven;
    }

    /** For a program that signs in; with a tenant it must be a member's. */
    Identity authenticateForTenant(String email, String password) {
        Optional<Identity> person = authenticate(email, password);
        if (person.filter(identity -> mayEnter(identity.id())).isEmpty()) {
            person.ifPresent(stranger -> trail.turnedAway(email));
            throw new BadCredentialsException("Email or password is wrong");
        }
        return person.get();
    }

    /** Whether a token may be issued for the current tenant, if there is one. */
    boolean mayEnter(IdentityId identity) {
        return CurrentTenant.find().isEmpty() || members.current(identity).isPresent();
    }

    /** Empty if the address is somebody's who has another password. One hash is computed, whatever comes of it. */
    Optional<Proven> prove(NewPerson person) {
        // Who is new counts too: else the number of tries that are free would tell that nobody had the address.
        Optional<Proven> proven =
                passwords.admit(() -> guesses.attempt(person.email(), () -> proved(person), Proven::isNew));
        if (proven.isEmpty()) {
            trail.turnedAwayUnseen(person.email());
        }
        return proven;
    }

    private Optional<Proven> proved(NewPerson person) {
        Optional<Identity> known = identities.findByEmail(person.email());
        if (known.isPresent()) {
            return matches(person.password(), known) ? known.map(it -> new Proven(it, false)) : Optional.empty();
        }
        return Optional.of(new Proven(Identity.of(person, passwords.hash(person.password()), clock.instant()), true));
    }

    /** Who is let in has a hash that costs what it should from then on. */
    private boolean matches(String password, Optional<Identity> known) {
        boolean matches = passwords.matches(password, known);
        known.filter(it -> matches && passwords.isOutdated(it.passwordHash()))
                .ifPresent(it -> identities.rehash(it, passwords.hash(password)));
        return matches;
    }

    boolean isKnown(String email) {
        return identities.findByEmail(email).isPresent();
    }
}
