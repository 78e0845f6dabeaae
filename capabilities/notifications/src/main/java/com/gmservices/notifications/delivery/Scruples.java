package com.gmservices.notifications.delivery;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.preference.Preferences;
import com.gmservices.notifications.preference.QuietHours;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.preference.Suppressions;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether what was decided when something was told still holds when it is to leave; hours may lie between. */
@Component
class Scruples {

    private static final Duration SUSPENDED_PAUSE = Duration.ofMinutes(30);
    private static final Duration OLD = Duration.ofDays(1);

    private final Tenants tenants;
    private final Members members;
    private final Preferences preferences;
    private final Readers readers;
    private final Suppressions suppressions;

    Scruples(Tenants tenants, Members members, Preferences preferences, Readers readers, Suppressions suppressions) {
        this.tenants = tenants;
        this.members = members;
        this.preferences = preferences;
        this.readers = readers;
        this.suppressions = suppressions;
    }

    sealed interface Verdict {

        record Go() implements Verdict {}

        record Later(Instant at, Reason reason) implements Verdict {}

        record Never(Reason reason) implements Verdict {}
    }

    Verdict about(Delivery delivery, Instant now) {
        return switch (delivery.id()) {
            case OfAccount _ -> new Verdict.Go();
            case OfTenant(TenantId id, UUID _) ->
                about(delivery, tenants.find(id).orElseThrow(), now);
        };
    }

    private Verdict about(Delivery delivery, Tenant tenant, Instant now) {
        if (!tenant.isActive()) {
            return delivery.createdAt().plus(OLD).isBefore(now)
                    ? new Verdict.Never(Reason.SUSPENDED)
                    : new Verdict.Later(now.plus(SUSPENDED_PAUSE), Reason.SUSPENDED);
        }
        if (delivery.expiresAt() != null && !now.isBefore(delivery.expiresAt())) {
            return new Verdict.Never(Reason.EXPIRED);
        }
        Optional<Member> member =
                members.find(Objects.requireNonNull(delivery.member())).filter(Member::active);
        if (member.isEmpty()) {
            return new Verdict.Never(Reason.LEFT);
        }
        if (delivery.channel() != Channel.PUSH
                && suppressions.covers(tenant.id(), delivery.channel(), delivery.recipient())) {
            return new Verdict.Never(Reason.SUPPRESSED);
        }
        return quiet(tenant, member.get(), now);
    }

    private Verdict quiet(Tenant tenant, Member member, Instant now) {
        QuietHours hours = preferences.of(tenant.id(), member.id()).quietHours();
        if (hours == null) {
            return new Verdict.Go();
        }
        Instant end = hours.orAfter(now, readers.zoneOf(member, tenant));
        return end.isAfter(now) ? new Verdict.Later(end, Reason.QUIET) : new Verdict.Go();
    }
}
