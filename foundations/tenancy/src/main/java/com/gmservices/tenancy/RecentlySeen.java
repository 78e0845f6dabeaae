package com.gmservices.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Rows that were looked up within the last seconds. Nobody waits while another one looks, as they would with a cache
 * that loads: whoever holds a database connection must not wait for somebody who still needs one, or all stand still.
 */
public final class RecentlySeen<K, V> {

    private final Cache<K, V> seen;
    private final AtomicLong timesForgotten = new AtomicLong();

    public RecentlySeen(int most) {
        this(most, Duration.ofSeconds(5));
    }

    public RecentlySeen(int most, Duration kept) {
        this.seen =
                Caffeine.newBuilder().maximumSize(most).expireAfterWrite(kept).build();
    }

    public V get(K key, Function<? super K, ? extends V> lookUp) {
        V known = seen.getIfPresent(key);
        return known == null ? lookUp(key, lookUp) : known;
    }

    /** What was found may be older than what was to be forgotten while we looked. */
    private V lookUp(K key, Function<? super K, ? extends V> lookUp) {
        long before = timesForgotten.get();
        V found = lookUp.apply(key);
        seen.put(key, found);
        if (timesForgotten.get() != before) {
            seen.invalidate(key);
        }
        return found;
    }

    public void forget(K key) {
        timesForgotten.incrementAndGet();
        seen.invalidate(key);
    }

    public void forgetAll() {
        timesForgotten.incrementAndGet();
        seen.invalidateAll();
    }
}
