package com.gmservices.events;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What this process brings to its listeners at this moment, and how much more of it each of them has room for. */
@Component
class OnTheWay {

    static final int MOST_OF_EACH = 1_000;

    /** By the very event, as two equal ones may be on their way, and by listener. */
    private final Map<Object, Map<String, Underway>> byEvent = Collections.synchronizedMap(new IdentityHashMap<>());

    private final Map<String, Integer> ofListener = new ConcurrentHashMap<>();
    private final Semaphore left = new Semaphore(0);

    void begin(Underway publication) {
        ofListener.merge(publication.listener(), 1, Integer::sum);
        byEvent.compute(publication.event(), (event, byListener) -> {
            Map<String, Underway> all = byListener == null ? new ConcurrentHashMap<>() : byListener;
            all.put(publication.listener(), publication);
            return all;
        });
    }

    void leave(Underway publication) {
        byEvent.computeIfPresent(publication.event(), (event, byListener) -> {
            if (byListener.remove(publication.listener()) != null) {
                ofListener.merge(publication.listener(), -1, Integer::sum);
                tellWhoWaits();
            }
            return byListener.isEmpty() ? null : byListener;
        });
    }

    private void tellWhoWaits() {
        if (left.availablePermits() == 0) {
            left.release();
        }
    }

    Optional<Underway> find(Object event, String listener) {
        return Optional.ofNullable(byEvent.get(event)).map(byListener -> byListener.get(listener));
    }

    List<Underway> all() {
        synchronized (byEvent) {
            return byEvent.values().stream()
                    .flatMap(byListener -> byListener.values().stream())
                    .toList();
        }
    }

    boolean isEmpty() {
        return byEvent.isEmpty();
    }

    int of(String listener) {
        return ofListener.getOrDefault(listener, 0);
    }

    /** So many wait for this listener that one more would only fill the memory. */
    boolean isCrowded(String listener) {
        return of(listener) >= MOST_OF_EACH;
    }

    /** For how many more each has room, of those that have at least half of it. */
    Map<String, Integer> room(Collection<String> listeners, int ofEach) {
        var room = new HashMap<String, Integer>();
        for (String listener : listeners) {
            int free = ofEach - of(listener);
            if (free * 2 >= ofEach) {
                room.put(listener, free);
            }
        }
        return room;
    }

    /** Until one of them has room, but no longer than this; false when none has. */
    boolean awaitRoom(Set<String> listeners, int ofEach, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (room(listeners, ofEach).isEmpty()) {
            if (!left.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }
}
