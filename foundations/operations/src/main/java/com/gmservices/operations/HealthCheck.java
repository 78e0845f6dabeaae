package com.gmservices.operations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one thing fares that the platform needs; contributed as a bean by whichever module knows it. Asked at most once
 * a second, and given two seconds to answer.
 */
public interface HealthCheck {

    /** In small letters with hyphens, such as {@code database}. */
    String name();

    /** An exception, or silence, is as bad as it can be: unhealthy when vital, else degraded. */
    Finding check() throws Exception;

    /** Whether calls are to be sent elsewhere while it is unhealthy. */
    default boolean isVital() {
        return false;
    }

    /** From good to bad. */
    enum Status {
        HEALTHY,
        DEGRADED,
        UNHEALTHY;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What anybody may read: no addresses, no names of people or businesses. */
    record Finding(Status status, @Nullable String detail) {

        public static Finding healthy() {
            return new Finding(Status.HEALTHY, null);
        }

        public static Finding degraded(String detail) {
            return new Finding(Status.DEGRADED, detail);
        }

        public static Finding unhealthy(String detail) {
            return new Finding(Status.UNHEALTHY, detail);
        }
    }
}
