package com.gmservices.notifications.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.gmservices.notifications.Channel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one notice goes over one channel, decided when it is told.
 *
 * @param recipient an address, an E.164 number, or the id of a push subscription
 * @param bundle the digest that it goes with
 */
public record Way(
        UUID id,
        UUID noticeId,
        UUID memberId,
        Channel channel,
        @Nullable String recipient,
        String state,
        String reason,
        Instant dueAt,
        @Nullable UUID bundle) {

    @JsonIgnore
    public boolean isWaiting() {
        return state.equals(DeliveryState.WAITING.code());
    }
}
