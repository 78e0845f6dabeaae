package com.gmservices.audit;

import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the trail. */
record Entry(
        TenantId tenant,
        UUID id,
        Instant at,
        ActorKind actorKind,
        @Nullable UUID actor,
        String action,
        String subjectKind,
        String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String address,
        @Nullable String agent,
        @Nullable String request) {

    /** Null for what is called by something else than an id. */
    @Nullable
    UUID subjectId() {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    enum ActorKind {
        MEMBER,

        /** Has signed in, and is no member here. */
        PERSON,
        OPERATOR,

        /** Has not signed in. */
        NOBODY,

        /** A job. */
        PLATFORM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Without from where it was done, or without what was written down of the subject. */
    Entry without(boolean origin, boolean facts) {
        return new Entry(
                tenant,
                id,
                at,
                actorKind,
                actor,
                action,
                subjectKind,
                subject,
                facts ? null : before,
                facts ? null : after,
                origin ? null : address,
                origin ? null : agent,
                request);
    }

    /** All of it. */
    Chained.Line line() {
        return new Chained.Line(
                id,
                Chained.bytes(
                        tenant,
                        id,
                        at.getEpochSecond(),
                        at.get(ChronoField.MICRO_OF_SECOND),
                        actorKind.code(),
                        actor,
                        action,
                        subjectKind,
                        subject,
                        before,
                        after,
                        address,
                        agent,
                        request));
    }
}
