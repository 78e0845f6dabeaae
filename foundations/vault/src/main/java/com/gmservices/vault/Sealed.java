package com.gmservices.vault;

import com.gmservices.tenancy.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a module keeps sealed. Contributed as a bean, so that it is sealed anew when keys are rotated: an old key is
 * thrown away when every one of these has gone through all that it has.
 */
public interface Sealed {

    /** @param last place that was looked at; null when there is nothing behind it */
    record Batch(int renewed, @Nullable UUID last) {}

    /**
     * Puts {@link Vault#renew} in the place of so many values, by compare and set, for others write them meanwhile. Runs
     * in a transaction of its own, which is bound to the tenant.
     *
     * @param tenant null for the values of the platform itself
     */
    Batch renew(@Nullable TenantId tenant, UUID after, int limit);

    /** What a value that is moved becomes: of the bytes that stand there those that are to stand there. */
    @FunctionalInterface
    interface Move {
        byte[] to(String context, byte[] value);
    }

    /** As {@code schema.table}; empty for what is never moved to another installation. */
    default String table() {
        return "";
    }

    /**
     * Puts another value in the place of each sealed one of a row of {@link #table}, which is as PostgreSQL's
     * {@code to_jsonb} writes it: on the way out what the keys of this installation have sealed, on the way in what they
     * are to seal.
     */
    default void move(ObjectNode row, Move move) {}
}
