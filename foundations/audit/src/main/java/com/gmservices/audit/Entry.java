package com.gmservices.audit;

import com.gmservices.tenancy.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** All of it, so that no two different lines have the same bytes: each part stands behind its length. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, tenant, id, at.getEpochSecond(), at.get(ChronoField.MICRO_OF_SECOND), actorKind.code(), actor);
            write(out, action, subjectKind, subject, before, after, address, agent, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object... parts) throws IOException {
        for (Object part : parts) {
            if (part == null) {
                out.writeInt(-1);
            } else {
                byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        }
    }
}
