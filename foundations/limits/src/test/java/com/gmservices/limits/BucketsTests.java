package com.gmservices.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTests {

    private static final Rate RATE = new Rate(20, 100, 1000);

    private long now;
    private final Buckets buckets = new Buckets(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    private long free(String caller, Rate rate, int calls) {
        return IntStream.range(0, calls)
                .filter(call -> buckets.take(caller, rate).free())
                .count();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void asManyAsTheBurstComeAtOnce() {
        assertThat(free("ada", RATE, 60)).isEqualTo(20);
    }

    @Test
    void aHundredAMinuteGoOn() {
        free("ada", RATE, 20);
        int gone = 0;
        for (int second = 0; second < 60; second++) {
            pass(Duration.ofSeconds(1));
            gone += (int) free("ada", RATE, 5);
        }

        assertThat(gone).isEqualTo(100);
    }

    private long inAnHour(int callsASecond) {
        long gone = 0;
        for (int second = 0; second < 3600; second++) {
            pass(Duration.ofSeconds(1));
            gone += free("ada", RATE, callsASecond);
        }
        return gone;
    }

    @Test
    void aThousandAnHourAreTheMostThatGoOn() {
        inAnHour(2);

        assertThat(inAnHour(2)).isEqualTo(1000);
    }

    @Test
    void saysHowLongToWait() {
        free("ada", RATE, 20);

        assertThat(buckets.take("ada", RATE).pause()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void everybodyHasTheirOwn() {
        free("ada", RATE, 20);

        assertThat(buckets.take("ben", RATE).free()).isTrue();
    }

    @Test
    void whosePlanChangesBeginsAnew() {
        free("ada", RATE, 20);

        assertThat(free("ada", new Rate(50, 100, 1000), 60)).isEqualTo(50);
    }
}
