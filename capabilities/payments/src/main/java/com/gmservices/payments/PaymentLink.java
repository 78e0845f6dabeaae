package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address under which something can be paid without signing in. Its id is 122 random bits and all that one needs.
 *
 * @param amount null for all that is due
 */
public record PaymentLink(
        UUID id,
        String kind,
        UUID subject,
        @Nullable Money amount,
        MemberId createdBy,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    static String path(UUID id) {
        return "/pay/links/" + id;
    }

    public String path() {
        return path(id);
    }

    boolean works(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** What is to be paid through it: no more than what is due. */
    public Money asked(Money due) {
        return amount == null || !amount.currency().equals(due.currency()) || amount.compareTo(due) > 0 ? due : amount;
    }
}
