package com.gmservices.limits;

import java.time.Clock;
import java.time.Duration;

/** Pauses that double with each try after the free ones, from a second on. */
public final class Pauses {

    private final Sharing sharing;
    private final String name;
    private final LocalPauses here;
    private final Clock clock;

    Pauses(Sharing sharing, String name, LocalPauses here, Clock clock) {
        this.sharing = sharing;
        this.name = name;
        this.here = here;
        this.clock = clock;
    }

    public Turn of(String key) {
        return new Turn(key);
    }

    /** One key's place in the line; to be given back where it was taken. */
    public final class Turn {

        private final String key;
        private boolean shared;

        private Turn(String key) {
            this.key = key;
        }

        /** Counts a try, unless it has to wait: then nothing is counted, and this says how long. */
        public Duration take() {
            Duration wait = sharing.ask(redis -> redis.take(name, key, here)).orElse(null);
            shared = wait != null;
            return wait == null ? here.take(key, clock.instant()) : wait;
        }

        /** It was no wrong guess: as if it had not been. */
        public void giveBack() {
            if (!shared) {
                here.giveBack(key);
            } else {
                sharing.ask(redis -> redis.giveBack(name, key));
            }
        }
    }
}
