package com.gmservices.identity.factors;

/** How secrets are hashed that are short enough to be guessed. */
public interface SlowHash {

    String hash(String secret);

    boolean matches(String secret, String hash);
}
