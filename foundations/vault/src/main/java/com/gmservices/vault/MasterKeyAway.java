package com.gmservices.vault;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The service that holds the master key cannot be reached, or does not let us: nothing is broken, and nothing opens. */
final class MasterKeyAway extends ErrorResponseException {

    private final String reason;

    MasterKeyAway(String key, Exception cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, cause);
        this.reason = "The master key %s cannot be used: %s".formatted(key, cause.getMessage());
        setDetail("What is sealed cannot be opened just now: try again in a moment");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
    }

    /** For the operator, in one line. */
    String reason() {
        return reason.replaceAll("\\s+", " ");
    }
}
