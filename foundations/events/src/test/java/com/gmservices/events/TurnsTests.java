package com.gmservices.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.events.Turns.Turn;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Listeners share what people leave them. */
class TurnsTests {

    private final AtomicBoolean peopleWait = new AtomicBoolean();
    private final Turns turns = new Turns(false, peopleWait::get);

    @Test
    void aListenerHasTwoTurnsAndLeavesTheOthersTheirs() throws Exception {
        Turn first = turns.take("clerk").orElseThrow();
        assertThat(turns.take("clerk")).isPresent();
        CompletableFuture<Optional<Turn>> third = takeAside("clerk");

        assertThat(turns.take("pilot")).isPresent();
        assertThat(third).isNotDone();

        first.close();
        assertThat(third.get()).isPresent();
    }

    @Test
    void whilePeopleWaitTwoListenersHaveATurnAtOnce() throws Exception {
        peopleWait.set(true);
        Turn first = turns.take("clerk").orElseThrow();
        Turn second = turns.take("pilot").orElseThrow();
        CompletableFuture<Optional<Turn>> third = takeAside("cook");
        assertThat(third).isNotDone();

        first.close();
        third.get().orElseThrow().close();
        second.close();

        peopleWait.set(false);
        assertThat(turns.take("clerk")).isPresent();
        assertThat(turns.take("pilot")).isPresent();
        assertThat(turns.take("cook")).isPresent();
    }

    @Test
    void whoWaitsWhenTheProcessGoesDownIsLetGo() throws Exception {
        assertThat(turns.take("clerk")).isPresent();
        assertThat(turns.take("clerk")).isPresent();
        CompletableFuture<Optional<Turn>> third = takeAside("clerk");

        turns.end();

        assertThat(third.get()).isEmpty();
        assertThat(turns.take("pilot")).isEmpty();
        turns.begin();
        assertThat(turns.take("pilot")).isPresent();
    }

    /** Once it has taken its turn, or waits for it. */
    private CompletableFuture<Optional<Turn>> takeAside(String listener) {
        var taken = new CompletableFuture<Optional<Turn>>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                taken.complete(turns.take(listener));
            } catch (InterruptedException e) {
                taken.completeExceptionally(e);
            }
        });
        await().until(() -> taken.isDone() || thread.getState() == Thread.State.WAITING);
        return taken;
    }
}
