package com.gmservices.payments.dispute;

import com.gmservices.money.Money;
import com.gmservices.tenancy.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What payments know of the charges that payers complain about. */
public interface DisputedCharges {

    /**
     * The charge, if its money is known to be taken; may ask the gateway about it, and is not called within a
     * transaction.
     *
     * @param key ours, where the gateway tells it
     * @param charge the gateway's name for it
     */
    Optional<Taken> find(String gateway, @Nullable UUID key, @Nullable String charge);

    Map<UUID, Paid> payments(Collection<UUID> ids);

    record Taken(UUID attempt, UUID payment) {}

    /** @param page where what was paid for is shown */
    record Paid(UUID id, String reference, String page, MemberId payer, Money captured, Money refunded) {}
}
