package com.gmservices.limits;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Counts what is limited. {@code GM_RATE_LIMITS=off} counts nothing that comes from this machine itself; what comes from
 * elsewhere is always counted.
 */
@Component
public class Limits {

    private final Sharing sharing;
    private final Clock clock;
    private final boolean offHere;
    private final Buckets buckets = new Buckets(TimeMeter.SYSTEM_NANOTIME);

    @Autowired
    Limits(ObjectProvider<Redis> redis, Clock clock, @Value("${gm.rate-limits:on}") String limits) {
        this(redis.stream().findFirst().<Sharing>map(shared -> shared).orElse(Sharing.NONE), clock, limits);
    }

    Limits(Sharing sharing, Clock clock, String limits) {
        this.sharing = sharing;
        this.clock = clock;
        // A bare off is a boolean to YAML.
        this.offHere = Set.of("off", "false").contains(limits);
    }

    /** Whatever other nodes there are. */
    public static Limits alone(Clock clock, String limits) {
        return new Limits(Sharing.NONE, clock, limits);
    }

    public boolean isOff(HttpServletRequest request) {
        return offHere && Network.of(request).isHere();
    }

    /** One call, of a caller who has so many on all nodes together. */
    public Left take(String caller, Rate rate) {
        return sharing.ask(redis -> redis.take(caller, rate)).orElseGet(() -> takeHere(caller, rate));
    }

    /** One call, of so many on this node: for floods, which are not to be passed on to what all nodes share. */
    public Left takeHere(String caller, Rate rate) {
        return buckets.take(caller, rate);
    }

    /** @param name tells these tries from others */
    public Pauses pauses(String name, int free, Duration longest) {
        return new Pauses(sharing, name, new LocalPauses(free, longest), clock);
    }
}
