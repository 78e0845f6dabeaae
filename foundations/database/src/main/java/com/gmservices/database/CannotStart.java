package com.gmservices.database;

/** Something outside the program keeps it from starting; the message is the one line that its operator is shown. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
