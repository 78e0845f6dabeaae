package com.gmservices.notifications.board;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.delivery.Couriers;
import com.gmservices.notifications.delivery.Deliveries;
import com.gmservices.notifications.delivery.Deliveries.Due;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.delivery.DeliveryRows;
import com.gmservices.notifications.delivery.Way;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the digests that ways go with, in one order for all; what finds its digest gone goes by itself. */
@Component
class Bundles {

    private final DeliveryRows rows;
    private final Deliveries deliveries;
    private final Couriers couriers;
    private final Routing routing;

    Bundles(DeliveryRows rows, Deliveries deliveries, Couriers couriers, Routing routing) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.couriers = couriers;
        this.routing = routing;
    }

    List<Way> opened(List<Way> ways, Instant now) {
        Map<UUID, Boolean> open = new HashMap<>();
        ways.stream()
                .filter(way -> way.bundle() != null)
                .sorted((one, other) -> one.memberId().compareTo(other.memberId()))
                .forEach(way -> open.computeIfAbsent(Objects.requireNonNull(way.bundle()), id -> open(id, way, now)));
        return ways.stream()
                .map(way -> way.bundle() == null || Boolean.TRUE.equals(open.get(way.bundle()))
                        ? way
                        : routing.alone(way, now))
                .toList();
    }

    private boolean open(UUID id, Way way, Instant now) {
        var bundle = new OfTenant(CurrentTenant.id(), id);
        boolean isOpen = rows.open(
                bundle,
                new MemberId(way.memberId()),
                Objects.requireNonNull(way.recipient()),
                couriers.stateOfNew(Channel.MAIL),
                way.dueAt(),
                now);
        if (isOpen && couriers.areThereFor(Channel.MAIL)) {
            deliveries.beginOnce(new Due(bundle, way.dueAt()));
        }
        return isOpen;
    }
}
