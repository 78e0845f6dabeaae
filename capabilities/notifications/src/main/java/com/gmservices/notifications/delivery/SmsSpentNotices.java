package com.gmservices.notifications.delivery;

import com.gmservices.notifications.Notice;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NoticeKind.Text;
import com.gmservices.notifications.Notifications;
import com.gmservices.notifications.Said;
import com.gmservices.notifications.sms.SmsBudget.Cap;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the administrators of the current tenant, once a day, that no more text messages go out, and why. */
@Component
class SmsSpentNotices {

    static final String KIND = "text-messages";
    private static final String DAY = "notifications.sms-spent.day";
    private static final String COUNTRY = "notifications.sms-spent.country";
    private static final String PLATFORM = "notifications.sms-spent.platform";

    private final Notifications notifications;
    private final Members members;
    private final Clock clock;

    SmsSpentNotices(Notifications notifications, Members members, Clock clock) {
        this.notifications = notifications;
        this.members = members;
        this.clock = clock;
    }

    /** For those who run the business, who cannot want to be told nothing of it. */
    static NoticeKind kind() {
        List<String> country = List.of("country");
        return NoticeKind.of(
                        KIND, 95, new Text(DAY, List.of()), new Text(COUNTRY, country), new Text(PLATFORM, country))
                .necessary()
                .forTeam();
    }

    void spent(Cap cap, String country) {
        String key = switch (cap) {
            case DAY -> DAY;
            case COUNTRY -> COUNTRY;
            case PLATFORM -> PLATFORM;
        };
        List<String> arguments = cap == Cap.DAY ? List.of() : List.of(Said.country(country));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        notifications.tell(members.staff().stream()
                .filter(member -> member.roles().contains(Role.ADMIN))
                .map(administrator -> new Notice(
                                administrator.id(), "%s:%s".formatted(key, today), key, arguments, "/settings/texts")
                        .ofKind(KIND))
                .toList());
    }
}
