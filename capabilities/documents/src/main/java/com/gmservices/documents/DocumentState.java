package com.gmservices.documents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a file has come. Only what is clean, or was passed by our own rules alone, is ever served. */
public enum DocumentState {
    /** Being sent. */
    ARRIVING,
    /** Here, and not checked yet. */
    QUARANTINED,
    /** A scanner has found nothing. */
    CLEAN,
    /** Checked by our own rules; there is no scanner. */
    SKIPPED,
    /** A scanner has found something; the content is gone. */
    INFECTED,
    /** Not what it says it is, or nothing that is taken; the content is gone. */
    REFUSED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DocumentState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean isReady() {
        return this == CLEAN || this == SKIPPED;
    }

    public boolean isUnderWay() {
        return this == ARRIVING || this == QUARANTINED;
    }
}
