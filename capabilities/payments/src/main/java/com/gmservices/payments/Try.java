package com.gmservices.payments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer has chosen to pay with.
 *
 * @param method one of the gateway's methods, or the id of one that the payer has saved
 * @param saved that id, once it is known to be one of the payer's
 * @param keep whether the payer has agreed that the method is kept for later
 */
public record Try(String method, @Nullable UUID saved, boolean keep) {

    public static Try of(String method) {
        return new Try(method, null, false);
    }

    public static Try kept(String method) {
        return new Try(method, null, true);
    }
}
