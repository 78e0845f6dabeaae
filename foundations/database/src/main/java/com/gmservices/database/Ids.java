package com.gmservices.database;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Version 7 UUIDs (RFC 9562): they sort by the time of their making, and tables are partitioned by them. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** For a thing that came about at another time than now. */
    public static UUID at(Instant instant) {
        return UuidCreator.getTimeOrderedEpoch(instant);
    }

    /** Below every id that was given out later than so long before this one. */
    public static UUID before(UUID id, Duration span) {
        return floor(Instant.ofEpochMilli((id.getMostSignificantBits() >>> 16) - span.toMillis()));
    }

    /** The smallest id of that millisecond, which is where a partition begins. */
    public static UUID floor(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16, 0);
    }
}
