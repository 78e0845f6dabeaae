package com.gmservices.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RetriesTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Outcome SILENCE = Outcome.silence("No answer in time");

    @Test
    void goOnForMoreThanADay() {
        Duration whole = Duration.ZERO;
        for (int attempt = 1; attempt <= 7; attempt++) {
            whole = whole.plus(Objects.requireNonNull(Retries.after(attempt, SILENCE)));
        }

        assertThat(whole).isBetween(Duration.ofHours(22), Duration.ofHours(34));
        assertThat(Retries.after(8, SILENCE)).isNull();
    }

    @Test
    void heedWhatTheReceiverAsksFor() {
        assertThat(Retries.retryAfter("120", NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Retries.retryAfter("Mon, 2 Mar 2026 10:30:00 GMT", NOW)).isEqualTo(Duration.ofHours(1));
        assertThat(Retries.retryAfter("99999999", NOW)).isEqualTo(Duration.ofHours(24));
        assertThat(Retries.retryAfter("soon", NOW)).isNull();
        assertThat(Retries.after(1, new Outcome(429, null, "", Duration.ofHours(3))))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void endWithSuccessAndWhenTheReceiverIsGone() {
        assertThat(Retries.after(1, new Outcome(204, null, "", null))).isNull();
        assertThat(Retries.after(1, new Outcome(410, null, "", null))).isNull();
        assertThat(Retries.after(1, new Outcome(301, null, "", null))).isNotNull();
    }
}
