package com.gmservices.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTests {

    private final Passwords passwords = new Passwords();
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

    /** A storm's worth: before anything was looked up for them. */
    @Test
    void whomNobodyCanServeSoonIsToldAtOnce() throws InterruptedException {
        int room = 33 * Runtime.getRuntime().availableProcessors();
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
