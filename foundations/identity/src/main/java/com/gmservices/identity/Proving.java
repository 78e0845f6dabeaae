package com.gmservices.identity;

import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.factors.FactorRefused;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.Guesses.TooFast;
import com.gmservices.identity.factors.Passkeys;
import com.gmservices.tenancy.IdentityId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out whether somebody has the factor that they show. */
@Service
class Proving {

    private final Identities identities;
    private final Passwords passwords;
    private final Factors factors;
    private final Passkeys passkeys;
    private final SignInTrail trail;

    Proving(Identities identities, Passwords passwords, Factors factors, Passkeys passkeys, SignInTrail trail) {
        this.identities = identities;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.trail = trail;
    }

    /**
     * @param code what was typed; of a passkey its answer to the nonce, in the standard's JSON
     * @throws FactorRefused when the person has not set it up, or the code is wrong
     */
    void second(IdentityId person, Factor factor, String code, byte @Nullable [] nonce) {
        if (!isRight(factors.of(person).usable(), person, factor, code, nonce)) {
            trail.turnedAway(person, factor);
            throw new FactorRefused.WrongCode();
        }
    }

    /** By somebody who has signed in; the password serves those who have nothing else. */
    void again(IdentityId person, Factor factor, String code, byte @Nullable [] nonce) {
        if (!isRight(factors.of(person).stepUp(), person, factor, code, nonce)) {
            trail.notProven(person, factor);
            throw new FactorRefused.WrongCode();
        }
        trail.provenAgain(person, factor);
    }

    /** In the words of a page. */
    static String why(RuntimeException refused) {
        return refused instanceof TooFast ? "identity.step.too-fast" : "identity.step.wrong";
    }

    private boolean isRight(
            List<Factor> usable, IdentityId person, Factor factor, String code, byte @Nullable [] nonce) {
        if (!usable.contains(factor)) {
            throw new FactorRefused.OtherFactor();
        }
        return switch (factor) {
            case TOTP -> factors.isCode(person, code);
            case RECOVERY_CODE -> factors.isRecoveryCode(person, code);
            case PASSKEY ->
                nonce != null
                        && passkeys.authenticate(Optional.of(person), nonce, code)
                                .isPresent();
            case PASSWORD -> factors.guessed(person, () -> passwords.matches(code, identities.find(person)));
        };
    }
}
