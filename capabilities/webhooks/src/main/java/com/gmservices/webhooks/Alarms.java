package com.gmservices.webhooks;

import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import com.gmservices.webhooks.Endpoint.DisabledWhy;
import com.gmservices.webhooks.EndpointEvent.EndpointDisabled;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the administrators of the current tenant that an endpoint fails, on their pages and by mail. */
@Component
class Alarms {

    static final String KIND = "webhooks";
    static final String FAILING = "webhooks.notice.failing";
    static final String DISABLED = "webhooks.notice.failing.disabled";
    static final String GONE = "webhooks.notice.gone";

    private final Notifications notifications;
    private final Members members;
    private final EndpointRows rows;
    private final Clock clock;

    Alarms(Notifications notifications, Members members, EndpointRows rows, Clock clock) {
        this.notifications = notifications;
        this.members = members;
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional
    public void failing(EndpointId endpoint) {
        tell(endpoint, FAILING);
    }

    @ApplicationModuleListener
    public void on(EndpointDisabled event) {
        tell(event.endpoint(), event.why() == DisabledWhy.GONE ? GONE : DISABLED);
    }

    private void tell(EndpointId id, String key) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        rows.find(CurrentTenant.id(), id)
                .ifPresent(endpoint -> notifications.tell(administrators().stream()
                        .map(administrator -> new Notice(
                                        administrator.id(),
                                        "%s:%s:%s".formatted(key, id, today),
                                        key,
                                        List.of(String.valueOf(endpoint.url().getHost())),
                                        "/settings/webhooks/" + id)
                                .ofKind(KIND))
                        .toList()));
    }

    private List<Member> administrators() {
        return members.staff().stream()
                .filter(member -> member.roles().contains(Role.ADMIN))
                .toList();
    }
}
