package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gmservices.identity.Program.Answer;
import com.gmservices.identity.security.KnownDevices;
import com.gmservices.limits.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Nobody listens where Redis should: people sign in all the same, and guesses are counted here. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"gm.rate-limits=on", "gm.redis-url=redis://127.0.0.1:1"})
class GuessesTests {

    @LocalServerPort
    int port;

    @Autowired
    KnownDevices devices;

    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final String ada = anyone();

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    private Guesses guesses(String limits) {
        InstantSource source = time::get;
        return new Guesses(devices, Limits.alone(source.withZone(ZoneOffset.UTC), limits));
    }

    private void comeFrom(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    private static void guess(Guesses guesses, String account) {
        assertThat(guesses.attempt(account, Optional::empty)).isEmpty();
    }

    private static long waits(Guesses guesses, String account) {
        try {
            guess(guesses, account);
            return 0;
        } catch (Guesses.TooSoon soon) {
            return soon.seconds();
        }
    }

    @Test
    void pausesDoubleUpToAQuarterOfAnHour() {
        Guesses guesses = guesses("on");
        comeFrom("192.0.2.1");
        IntStream.range(0, 5).forEach(time -> guess(guesses, ada));

        List<Long> pauses = Stream.generate(() -> {
                    long wait = waits(guesses, ada);
                    pass(Duration.ofSeconds(wait));
                    guess(guesses, ada);
                    return wait;
                })
                .limit(12)
                .toList();

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
    }

    @Test
    void theRightPasswordAfterThePauseGoesThrough() {
        Guesses guesses = guesses("on");
        comeFrom("192.0.2.1");
        IntStream.range(0, 5).forEach(time -> guess(guesses, ada));

        assertThatThrownBy(() -> guesses.attempt(ada, () -> Optional.of("in"))).isInstanceOf(Guesses.TooSoon.class);
        pass(Duration.ofSeconds(1));
        assertThat(guesses.attempt(ada, () -> Optional.of("in"))).hasValue("in");
    }

    @Test
    void oneStrangerSlowsNobodyElse() {
        Guesses guesses = guesses("on");
        comeFrom("192.0.2.1");
        IntStream.range(0, 5).forEach(time -> guess(guesses, ada));
        assertThat(waits(guesses, ada)).isPositive();

        comeFrom("192.0.2.2");
        assertThat(guesses.attempt(ada, () -> Optional.of("in"))).hasValue("in");
    }

    @Test
    void manyStrangersSlowNewBrowsersAMinuteAtMost() {
        Guesses guesses = guesses("on");
        long longest = 0;
        for (int i = 0; i < 60; i++) {
            comeFrom("2001:db8:0:" + i + "::1");
            long wait = waits(guesses, ada);
            longest = Math.max(longest, wait);
            pass(Duration.ofSeconds(wait));
            guess(guesses, ada);
        }
        assertThat(longest).isEqualTo(60);
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        Guesses guesses = guesses("on");
        comeFrom("192.0.2.3");
        IntStream.range(0, 100).forEach(i -> guess(guesses, "person" + i));

        assertThat(waits(guesses, "one more")).isPositive();
    }

    @Test
    void whoHasAWholeNetworkIsOneStranger() {
        Guesses guesses = guesses("on");
        IntStream.range(0, 5).forEach(i -> {
            comeFrom("2001:db8:0:1:" + i + "::7");
            guess(guesses, ada);
        });

        assertThat(waits(guesses, ada)).isPositive();
    }

    @Test
    void rightPasswordsAreNotCounted() {
        Guesses guesses = guesses("on");
        comeFrom("192.0.2.4");

        IntStream.range(0, 300)
                .forEach(i -> assertThat(guesses.attempt(ada, () -> Optional.of("in")))
                        .isPresent());
    }

    @Test
    void manyAtOnceAreCountedEach() {
        Guesses guesses = guesses("on");
        comeFrom("192.0.2.5");
        var request = RequestContextHolder.currentRequestAttributes();

        long checked = IntStream.range(0, 64)
                .parallel()
                .filter(i -> {
                    RequestContextHolder.setRequestAttributes(request);
                    try {
                        return waits(guesses, ada) == 0;
                    } finally {
                        RequestContextHolder.resetRequestAttributes();
                    }
                })
                .count();

        assertThat(checked).isEqualTo(5);
    }

    @Test
    void offIsForLoopbackAlone() {
        Guesses guesses = guesses("off");
        comeFrom("127.0.0.1");
        IntStream.range(0, 50).forEach(i -> guess(guesses, ada));
        comeFrom("192.0.2.6");
        IntStream.range(0, 5).forEach(i -> guess(guesses, ada));
        assertThat(waits(guesses, ada)).isPositive();
    }

    @Test
    void programsAreToldHowLongToWait() {
        Program.at(port).signUp(anySlug(), ada, PASSWORD);
        String nobody = anyone();
        IntStream.range(0, 5).forEach(i -> {
            Program.at(port).login(ada, "wrong password");
            Program.at(port).login(nobody, "wrong password");
        });

        Answer known = Program.at(port).login(ada, PASSWORD);
        Answer unknown = Program.at(port).login(nobody, PASSWORD);

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(429);
        assertThat(known.raw().headers().firstValue("retry-after")).hasValue("1");
    }

    @Test
    void aKnownBrowserWaitsForNobody() {
        Program.at(port).signUp(anySlug(), ada, PASSWORD);
        var home = new Visitor(port);
        var form = Map.of("email", ada, "password", PASSWORD);
        home.fill("/sign-in", "/sign-in", form);
        home.fill("/me", "/sign-out", Map.of());
        var stranger = new Visitor(port);
        IntStream.range(0, 6)
                .forEach(i -> stranger.fill("/sign-in", "/sign-in", Map.of("email", ada, "password", "guess " + i)));

        assertThat(stranger.fill("/sign-in", "/sign-in", form).body()).contains("Too many wrong passwords. Wait 1 ");
        assertThat(home.fill("/sign-in", "/sign-in", form).statusCode()).isEqualTo(302);
    }
}
