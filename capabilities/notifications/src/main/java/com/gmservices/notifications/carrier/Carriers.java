package com.gmservices.notifications.carrier;

import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The carriers of one channel in the order in which they are asked. The next one is asked only when the one before
 * certainly has not taken the message.
 */
public final class Carriers<M> {

    private final String channel;
    private final Map<String, Line<M>> lines = new LinkedHashMap<>();
    private final MeterRegistry meters;
    private final Clock clock;

    private record Line<M>(Carrier<M> carrier, Circuit circuit) {}

    /** @param carrier who it was that answered so; null when nobody could be asked */
    public record Answer(@Nullable String carrier, Outcome outcome) {}

    public Carriers(String channel, List<? extends Carrier<M>> carriers, MeterRegistry meters, Clock clock) {
        this.channel = channel;
        this.meters = meters;
        this.clock = clock;
        for (Carrier<M> carrier : carriers) {
            var circuit = new Circuit(clock);
            lines.put(carrier.name(), new Line<>(carrier, circuit));
            Gauge.builder("gm.notifications.circuit.open", circuit, it -> it.isOpen() ? 1 : 0)
                    .tag("channel", channel)
                    .tag("carrier", carrier.name())
                    .register(meters);
        }
    }

    public boolean isThere() {
        return !lines.isEmpty();
    }

    public List<String> names() {
        return List.copyOf(lines.keySet());
    }

    /** Those that are left alone at the moment. */
    public List<String> open() {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().circuit.isOpen())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param begins is told the name of each carrier before it is asked, so that it is known after a crash */
    public Answer carry(M message, Consumer<String> begins) {
        var last = new Answer(null, new NotTaken("No carrier can be asked at the moment", untilOneIsAsked()));
        for (Line<M> line : lines.values()) {
            if (!line.circuit.admits()) {
                continue;
            }
            begins.accept(line.carrier.name());
            last = ask(line, message);
            if (!(last.outcome instanceof NotTaken)) {
                return last;
            }
        }
        return last;
    }

    /** Of a message that this carrier may have from before: nobody else is asked. */
    public Answer goOn(M message, String carrier) {
        Line<M> line = lines.get(carrier);
        if (line == null) {
            return new Answer(carrier, new Refused("It may have arrived: %s is gone".formatted(carrier), false));
        }
        Optional<Outcome> known = line.carrier.whatBecameOf(message);
        if (known.isPresent()) {
            return new Answer(carrier, known.get());
        }
        if (!line.carrier.mayCarryTwice()) {
            return new Answer(carrier, new Refused("It may have arrived: %s did not answer".formatted(carrier), false));
        }
        return line.circuit.admits()
                ? ask(line, message)
                : new Answer(carrier, new Unknown("%s does not answer".formatted(carrier)));
    }

    private Answer ask(Line<M> line, M message) {
        Outcome outcome = line.carrier.carry(message);
        switch (outcome) {
            case Accepted _, Refused _ -> line.circuit.succeeded();
            case NotTaken _, Unknown _ -> line.circuit.failed();
        }
        meters.counter(
                        "gm.notifications.attempts",
                        "channel",
                        channel,
                        "carrier",
                        line.carrier.name(),
                        "outcome",
                        name(outcome))
                .increment();
        return new Answer(line.carrier.name(), outcome);
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Accepted _ -> "accepted";
            case Refused _ -> "refused";
            case NotTaken _ -> "not_taken";
            case Unknown _ -> "unknown";
        };
    }

    private @Nullable Duration untilOneIsAsked() {
        Instant now = clock.instant();
        return lines.values().stream()
                .map(line -> line.circuit.openUntil())
                .min(Instant::compareTo)
                .filter(now::isBefore)
                .map(then -> Duration.between(now, then))
                .orElse(null);
    }
}
