package com.gmservices.identity;

import com.gmservices.database.CannotStart;
import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Argon2id (RFC 9106) in one lane, in the reference implementation: four times as fast as those in Java, which fill the
 * heap for every hash.
 */
final class Argon2idEncoder extends AbstractValidatingPasswordEncoder {

    private static final int LANES = 1;

    private final Argon2 argon2 = Argon2Factory.create(Argon2Types.ARGON2id);
    private final Cost cost;

    /** @param kibibytes that one hash fills */
    record Cost(int kibibytes, int passes) {

        Cost {
            // OWASP's least.
            if (kibibytes < 19_456 || passes < 2) {
                throw new CannotStart("gm.argon2.kibibytes and gm.argon2.passes are too little: 19456 and 2 or more.");
            }
        }
    }

    Argon2idEncoder(Cost cost) {
        this.cost = cost;
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        return argon2.hash(cost.passes(), cost.kibibytes(), LANES, password.toCharArray());
    }

    @Override
    protected boolean matchesNonNull(String password, String hash) {
        return argon2.verify(hash, password.toCharArray());
    }

    @Override
    protected boolean upgradeEncodingNonNull(String hash) {
        return !hash.startsWith("$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(cost.kibibytes(), cost.passes(), LANES));
    }
}
