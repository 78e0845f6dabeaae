package com.gmservices.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.operations.HealthCheck.Status;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As good as the worst check. */
record Health(Status status, Map<String, Check> checks, Instant timestamp) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Check(Status status, @Nullable String detail, long durationMs) {}

    static Health of(Map<String, Check> checks, Instant timestamp) {
        Status worst = checks.values().stream()
                .map(Check::status)
                .max(Status::compareTo)
                .orElse(Status.HEALTHY);
        return new Health(worst, checks, timestamp);
    }
}
