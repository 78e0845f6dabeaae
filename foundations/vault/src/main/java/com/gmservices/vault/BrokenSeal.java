package com.gmservices.vault;

/** A value was sealed in another context or for another tenant, was altered, or its key is destroyed. */
public final class BrokenSeal extends RuntimeException {

    BrokenSeal(String message) {
        super(message);
    }

    BrokenSeal(String message, Throwable cause) {
        super(message, cause);
    }
}
