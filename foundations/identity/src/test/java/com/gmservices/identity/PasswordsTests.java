package com.gmservices.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.CannotStart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private final Passwords passwords = new Passwords(19_456, 2);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        passwords.close();
    }

    private String stay() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "out";
    }

    @Test
    void aHashIsOutdatedWhenItCostsSomethingElse() {
        String hash = passwords.hash("correct horse battery");
        var dearer = new Passwords(19_456, 3);
        try {
            assertThat(passwords.isOutdated(hash)).isFalse();
            assertThat(dearer.isOutdated(hash)).isTrue();
        } finally {
            dearer.close();
        }
    }

    @Test
    void nobodyHashesForLessThanTheLeast() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Passwords(19_455, 2))
                .withMessageContaining("gm.argon2");
    }

    /** A storm's worth: before anything was looked up for them. */
    @Test
    void whomNobodyCanServeSoonIsToldAtOnce() throws InterruptedException {
        int room = 17 * Runtime.getRuntime().availableProcessors();
        var inside = new CountDownLatch(room);
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            people.add(Thread.ofVirtual()
                    .start(() -> passwords.admit(() -> {
                        inside.countDown();
                        return stay();
                    })));
        }
        inside.await();

        assertThatExceptionOfType(Passwords.Busy.class)
                .isThrownBy(() -> passwords.admit(() -> "in"))
                .satisfies(busy ->
                        assertThat(busy.getHeaders().getFirst("Retry-After")).isEqualTo("1"));

        end.countDown();
        for (Thread person : people) {
            person.join();
        }
        assertThat(passwords.admit(() -> "in")).isEqualTo("in");
    }
}
