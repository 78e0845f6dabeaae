package com.gmservices.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.tenancy.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a business wants to be told of which types of events. Its secrets and the values of its headers are not in here.
 *
 * @param disabledWhy null while it is active
 * @param failingSince when it failed first after it had succeeded last; null when all is well
 * @param warnedAt when the business was told that it fails
 */
record Endpoint(
        TenantId tenant,
        EndpointId id,
        URI url,
        String description,
        Set<String> types,
        Format format,
        List<String> headerNames,
        @Nullable Instant earlierSecretUntil,
        @Nullable DisabledWhy disabledWhy,
        @Nullable Instant failingSince,
        @Nullable Instant warnedAt,
        int revision,
        Instant createdAt) {

    Endpoint {
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        headerNames = List.copyOf(headerNames);
    }

    enum Format {
        STANDARD,
        CLOUDEVENTS_BINARY,
        CLOUDEVENTS_STRUCTURED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Format of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    enum DisabledWhy {
        BY_HAND,
        FAILING,
        GONE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isActive() {
        return disabledWhy == null;
    }

    /** What it is for, as its owner says; otherwise where it is. */
    public String name() {
        return description.isEmpty() ? String.valueOf(url.getHost()) : description;
    }
}
