package com.gmservices.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.gmservices.tenancy.TenantId;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Every owner's keys: made when first asked for, looked up again after a minute, and kept unwrapped for an hour after
 * their last use, no more of them than a few thousand: while a service that holds the master key is away, whoever was
 * at work goes on. Nobody waits for another one's look-up while holding a connection.
 */
@Component
class KeyRings {

    private static final UUID PLATFORM = new UUID(0, 0);
    private static final int MOST = 5_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final DataKeys rows;
    private final MasterKeys masters;
    private final Cache<UUID, KeyRing> lookedUp;
    private final Cache<UUID, KeyRing> unwrapped =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

    KeyRings(DataKeys rows, MasterKeys masters, @Value("${gm.vault.keep:1m}") Duration keep) {
        this.rows = rows;
        this.masters = masters;
        this.lookedUp =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(keep).build();
    }

    static UUID owner(@Nullable TenantId tenant) {
        return tenant == null ? PLATFORM : tenant.value();
    }

    static @Nullable TenantId tenant(UUID owner) {
        return owner.equals(PLATFORM) ? null : new TenantId(owner);
    }

    KeyRing of(UUID owner) {
        KeyRing known = lookedUp.getIfPresent(owner);
        return known == null ? fresh(owner) : known;
    }

    /** As the database has it now. */
    KeyRing fresh(UUID owner) {
        DataKeys.Row row = rows.find(owner).orElseGet(() -> made(owner));
        KeyRing ring = ring(row);
        remember(ring);
        return ring;
    }

    void remember(KeyRing ring) {
        unwrapped.put(ring.owner(), ring);
        lookedUp.put(ring.owner(), ring);
    }

    /** A change of a set of keys, which may be none. */
    @FunctionalInterface
    interface Change {
        KeyRing on(KeyRing before) throws GeneralSecurityException;
    }

    /** Also wraps the set by the master key of today. Against others by compare and set. */
    void change(UUID owner, Change change) {
        boolean done;
        do {
            DataKeys.Row row = rows.find(owner).orElseThrow();
            done = row.keys() == null || change(row, change);
        } while (!done);
        forget(owner);
    }

    private boolean change(DataKeys.Row row, Change change) {
        MasterKey master = masters.current();
        try {
            KeyRing before = ring(row);
            KeyRing after = change.on(before);
            boolean same = after.equals(before) && master.id().equals(row.masterId());
            return same
                    || rows.replace(
                            row, master.id(), KeyRing.wrapped(row.owner(), after.keys(), master), after.freshSince());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys of %s cannot be changed".formatted(row.owner()), e);
        }
    }

    void forget(UUID owner) {
        lookedUp.invalidate(owner);
        unwrapped.invalidate(owner);
    }

    private DataKeys.Row made(UUID owner) {
        MasterKey master = masters.current();
        try {
            rows.insert(owner, master.id(), KeyRing.wrapped(owner, KeyRing.generated(), master));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No data key can be made", e);
        }
        return rows.find(owner).orElseThrow();
    }

    private KeyRing ring(DataKeys.Row row) {
        KeyRing kept = unwrapped.getIfPresent(row.owner());
        return kept != null && kept.isOf(row) ? kept : unwrapped(row);
    }

    private KeyRing unwrapped(DataKeys.Row row) {
        if (row.keys() == null) {
            forget(row.owner());
            throw new BrokenSeal("The keys of %s are destroyed".formatted(row.owner()));
        }
        MasterKey master = masters.find(row.masterId())
                .orElseThrow(() -> new BrokenSeal("No master key opens the keys of %s".formatted(row.owner())));
        try {
            return KeyRing.unwrapped(row, master);
        } catch (GeneralSecurityException e) {
            throw new BrokenSeal("The keys of %s do not open".formatted(row.owner()), e);
        }
    }
}
