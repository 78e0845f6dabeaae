package com.gmservices.vault;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.Rotations.Rotation;
import com.gmservices.vault.Rotations.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * New keys for everybody, while serving. First each owner gets a new key beside the old ones; when every node has heard
 * of it and whatever was being written is written, all values are sealed anew; then the old keys are thrown away. Each
 * step can be done twice, so that a restart does no harm.
 */
@Component
class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);
    private static final int AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Rotations rotations;
    private final DataKeys rows;
    private final KeyRings rings;
    private final ObjectProvider<Sealed> sealed;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration keep;

    KeyRotation(
            Rotations rotations,
            DataKeys rows,
            KeyRings rings,
            ObjectProvider<Sealed> sealed,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${gm.vault.keep:1m}") Duration keep) {
        this.rotations = rotations;
        this.rows = rows;
        this.rings = rings;
        this.sealed = sealed;
        this.transactions = transactions;
        this.clock = clock;
        this.keep = keep;
    }

    /** Goes on as far as it goes now. */
    void work() {
        Rotation rotation = rotations.latest().orElse(null);
        while (rotation != null && rotation.isUnderWay() && step(rotation)) {
            rotation = rotations.latest().orElseThrow();
        }
    }

    /** False when there is something to wait for. */
    private boolean step(Rotation rotation) {
        switch (rotation.stage()) {
            case KEYS -> {
                forEachOwner(rotation, owner -> renewKey(rotation, owner));
                rotations.enter(rotation, Stage.SETTLING);
            }
            case SETTLING -> {
                // Twice what a node keeps: it may have begun to look just before, and its clock may differ.
                boolean known = clock.instant().isAfter(rotation.stageSince().plus(keep.multipliedBy(2)));
                if (!known || !rotations.isSettled(rotation)) {
                    return false;
                }
                rotations.enter(rotation, Stage.SEALING);
            }
            case SEALING -> {
                forEachOwner(rotation, this::renewValues);
                rotations.enter(rotation, Stage.ENDING);
            }
            case ENDING -> {
                // Whoever has read a value just before it was sealed anew still has to open it.
                if (!clock.instant().isAfter(rotation.stageSince().plus(keep))) {
                    return false;
                }
                forEachOwner(rotation, this::dropOldKeys);
                rotations.enter(rotation, Stage.DONE);
            }
            case DONE -> throw new IllegalStateException("Nothing is under way");
        }
        return true;
    }

    private void forEachOwner(Rotation rotation, ToLongFunction<UUID> work) {
        UUID done = rotation.ownerDone();
        List<UUID> owners;
        do {
            owners = rows.ownersAfter(done, AT_ONCE);
            for (UUID owner : owners) {
                rotations.wentPast(rotation, owner, opens(owner) ? work.applyAsLong(owner) : 0);
                done = owner;
            }
        } while (!owners.isEmpty());
    }

    /** One damaged set is not to keep all others from being renewed. It is left as it is. */
    private boolean opens(UUID owner) {
        try {
            rings.fresh(owner);
            return true;
        } catch (BrokenSeal e) {
            log.error("A set of keys is passed over", e);
            return false;
        }
    }

    private long renewKey(Rotation rotation, UUID owner) {
        rings.change(
                owner,
                ring -> ring.freshSince().isBefore(rotation.askedAt()) ? ring.withNewKey(clock.instant()) : ring);
        return 0;
    }

    private long dropOldKeys(UUID owner) {
        rings.change(owner, KeyRing::withPrimaryOnly);
        return 0;
    }

    private long renewValues(UUID owner) {
        TenantId tenant = KeyRings.tenant(owner);
        return sealed.stream().mapToLong(values -> renewValues(tenant, values)).sum();
    }

    private long renewValues(@Nullable TenantId tenant, Sealed values) {
        long renewed = 0;
        UUID after = FIRST;
        while (after != null) {
            UUID from = after;
            Sealed.Batch batch = tenant == null
                    ? renewBatch(null, values, from)
                    : CurrentTenant.call(tenant, () -> renewBatch(tenant, values, from));
            renewed += batch.renewed();
            after = batch.last();
        }
        return renewed;
    }

    private Sealed.Batch renewBatch(@Nullable TenantId tenant, Sealed values, UUID after) {
        return Objects.requireNonNull(transactions.execute(status -> values.renew(tenant, after, AT_ONCE)));
    }
}
