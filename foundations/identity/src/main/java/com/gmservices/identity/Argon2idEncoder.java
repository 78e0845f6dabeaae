package com.gmservices.identity;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Argon2id (RFC 9106) with OWASP's parameters, in the reference implementation: four times as fast as those in Java,
 * which fill the heap with 19 MiB for every hash.
 */
final class Argon2idEncoder extends AbstractValidatingPasswordEncoder {

    private static final int PASSES = 2;
    private static final int KIBIBYTES = 19_456;
    private static final int LANES = 1;

    private final Argon2 argon2 = Argon2Factory.create(Argon2Types.ARGON2id);

    @Override
    protected String encodeNonNullPassword(String password) {
        return argon2.hash(PASSES, KIBIBYTES, LANES, password.toCharArray());
    }

    @Override
    protected boolean matchesNonNull(String password, String hash) {
        return argon2.verify(hash, password.toCharArray());
    }

    @Override
    protected boolean upgradeEncodingNonNull(String hash) {
        return !hash.startsWith("$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(KIBIBYTES, PASSES, LANES));
    }
}
