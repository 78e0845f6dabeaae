package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the unreliable vendor says it has moved for each business, whether that is so or not. */
class VendorStatement implements Statement {

    private final Map<TenantId, List<Movement>> lines = new ConcurrentHashMap<>();
    volatile boolean silent;

    @Override
    public String gateway() {
        return UnreliableGateway.NAME;
    }

    @Override
    public List<Movement> movements(Instant from, Instant to) {
        if (silent) {
            throw new IllegalStateException("read timed out");
        }
        return lines().stream()
                .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to))
                .toList();
    }

    /** The same line is told in each answer that its moment lies in. */
    void tell(Kind kind, @Nullable UUID key, @Nullable String object, long gross, long fee, Instant at) {
        tell(kind, key, object, Money.of(gross, "NGN"), fee, at);
    }

    void tell(Kind kind, @Nullable UUID key, @Nullable String object, Money gross, long fee, Instant at) {
        lines().add(new Movement(
                "line-" + (lines().size() + 1), kind, key, object, gross, new Money(fee, gross.currency()), at));
    }

    private List<Movement> lines() {
        return lines.computeIfAbsent(CurrentTenant.id(), tenant -> new CopyOnWriteArrayList<>());
    }
}
