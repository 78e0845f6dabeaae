package com.gmservices.requests;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;

/** How soon a request is to be answered and done, counted in the site's opening hours. */
public enum Priority {
    LOW(Duration.ofHours(16), Duration.ofHours(120)),
    NORMAL(Duration.ofHours(8), Duration.ofHours(60)),
    HIGH(Duration.ofHours(2), Duration.ofHours(24)),
    URGENT(Duration.ofMinutes(30), Duration.ofHours(8));

    private final Duration response;
    private final Duration resolution;

    Priority(Duration response, Duration resolution) {
        this.response = response;
        this.resolution = resolution;
    }

    public Duration response() {
        return response;
    }

    public Duration resolution() {
        return resolution;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Priority of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
