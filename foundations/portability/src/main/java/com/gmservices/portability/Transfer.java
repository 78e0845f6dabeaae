package com.gmservices.portability;

import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A business on its way out of this installation, or into it. */
record Transfer(
        TenantId tenant,
        UUID id,
        Kind kind,
        State state,
        UUID askedBy,
        Instant askedAt,
        byte[] salt,
        boolean rowsDone,
        int done,
        int total,
        long bytes,
        @Nullable String failure,
        int tries,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {

    enum Kind {
        EXPORT,
        IMPORT;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum State {
        RECEIVING,
        WAITING,
        RUNNING,
        READY,
        FAILED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isUnderWay() {
        return state != State.READY && state != State.FAILED;
    }

    public boolean isReady() {
        return state == State.READY;
    }

    /** In hundredths. */
    public int progress() {
        return isReady() ? 100 : total == 0 ? 0 : Math.min(99, done * 100 / total);
    }
}
