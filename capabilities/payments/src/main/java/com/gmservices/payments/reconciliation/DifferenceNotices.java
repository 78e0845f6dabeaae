package com.gmservices.payments.reconciliation;

import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who see to differences that there are new ones: once a day for each gateway. */
@Component
class DifferenceNotices {

    static final String KIND = "reconciliation";
    static final String FOUND = "reconciliation.notice.found";

    private final Differences differences;
    private final Words words;
    private final Members members;
    private final Tenants tenants;
    private final Notifications notifications;
    private final Clock clock;

    DifferenceNotices(
            Differences differences,
            Words words,
            Members members,
            Tenants tenants,
            Notifications notifications,
            Clock clock) {
        this.differences = differences;
        this.words = words;
        this.members = members;
        this.tenants = tenants;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** What is found after that waits for the next day. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(String gateway) {
        ZoneId zone = tenants.current().timeZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        int found = differences.tell(gateway, today.atStartOfDay(zone).toInstant(), clock.instant());
        if (found > 0) {
            List<String> said = List.of(words.gateway(gateway, Locale.ROOT), String.valueOf(found));
            notifications.tell(members.staff().stream()
                    .filter(member -> members.toCurrent(member).may("resolve:reconciliation"))
                    .map(member -> new Notice(
                                    member.id(),
                                    "differences.%s.%s".formatted(gateway, today),
                                    FOUND,
                                    said,
                                    "/reconciliation")
                            .ofKind(KIND))
                    .toList());
        }
    }
}
