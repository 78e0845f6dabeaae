package com.gmservices.notifications.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CarriersTests {

    private final Watch watch = new Watch();
    private final Scripted first = new Scripted("first");
    private final Scripted second = new Scripted("second");
    private final Carriers<String> both =
            new Carriers<>("mail", List.of(first, second), new SimpleMeterRegistry(), watch);

    @Test
    void theNextStandsInOnlyForOneThatDoesNotHaveIt() {
        first.says = new NotTaken("busy");
        assertThat(both.carry("a", name -> {}).carrier()).isEqualTo("second");

        first.says = new Unknown("silence");
        assertThat(both.carry("b", name -> {}).outcome()).isEqualTo(first.says);
        first.says = new Refused("spam", false);
        assertThat(both.carry("c", name -> {}).outcome()).isEqualTo(first.says);

        assertThat(second.asked).containsExactly("a");
    }

    @Test
    void oneThatMayHaveItIsAskedAgainAndNobodyElse() {
        first.says = new Unknown("silence");
        assertThat(both.goOn("a", "first").outcome()).isInstanceOf(Refused.class);
        first.twice = true;
        assertThat(both.goOn("a", "first").outcome()).isInstanceOf(Unknown.class);
        first.known = new Accepted("1");
        assertThat(both.goOn("a", "first").outcome()).isEqualTo(first.known);
        assertThat(both.goOn("a", "a third that is gone").outcome()).isInstanceOf(Refused.class);

        assertThat(second.asked).isEmpty();
    }

    @Test
    void isToldWhoIsAskedBeforeTheyAre() {
        first.says = new NotTaken("busy");
        var told = new ArrayList<String>();
        both.carry("a", told::add);

        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void oneThatNeverAnswersIsLeftAloneForGrowingPauses() {
        first.says = new NotTaken("away");
        for (int i = 0; i < 20; i++) {
            both.carry("a", name -> {});
        }
        assertThat(first.asked).hasSize(5);
        assertThat(second.asked).hasSize(20);
        assertThat(both.open()).containsExactly("first");

        watch.forward(Duration.ofSeconds(31));
        both.carry("b", name -> {});
        both.carry("c", name -> {});
        assertThat(first.asked).hasSize(6).endsWith("b");

        watch.forward(Duration.ofSeconds(61));
        first.says = new Accepted("1");
        both.carry("d", name -> {});
        assertThat(both.open()).isEmpty();
        assertThat(first.asked).endsWith("d");
    }

    @Test
    void whenAllAreLeftAloneItSaysForHowLong() {
        first.says = new NotTaken("away");
        second.says = new NotTaken("away");
        for (int i = 0; i < 5; i++) {
            both.carry("a", name -> {});
        }

        assertThat(both.carry("b", name -> {}).outcome())
                .isInstanceOfSatisfying(
                        NotTaken.class, it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
    }

    private static final class Scripted implements Carrier<String> {

        private final String name;
        private final List<String> asked = new ArrayList<>();
        private Outcome says = new Accepted("0");
        private @Nullable Outcome known;
        private boolean twice;

        Scripted(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Outcome carry(String message) {
            asked.add(message);
            return says;
        }

        @Override
        public Optional<Outcome> whatBecameOf(String message) {
            return Optional.ofNullable(known);
        }

        @Override
        public boolean mayCarryTwice() {
            return twice;
        }
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-11-29T10:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
