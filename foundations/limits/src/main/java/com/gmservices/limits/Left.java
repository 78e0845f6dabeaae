package com.gmservices.limits;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.VerboseResult;
import java.time.Duration;

/**
 * @param minute calls left of the burst
 * @param hour calls left of the hour
 * @param pause until the next call is free; zero when this one was
 */
public record Left(boolean free, long minute, long hour, Duration pause) {

    static Left of(VerboseResult<ConsumptionProbe> taken) {
        ConsumptionProbe probe = taken.getValue();
        long[] left = taken.getDiagnostics().getAvailableTokensPerEachBandwidth();
        return new Left(probe.isConsumed(), left[0], left[1], Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
