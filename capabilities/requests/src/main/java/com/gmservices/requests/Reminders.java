package com.gmservices.requests;

import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.notifications.Said;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds customers of what is near, each time once: what was reminded of is written down with its moment, so that an
 * appointment that is moved is reminded of anew. Who has been told of the time only just before is not reminded of it.
 */
@Service
class Reminders {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final Clock clock;

    private record Due(UUID request, String reference, MemberId customer, String service, Instant at) {}

    Reminders(JdbcClient jdbc, Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Of the current tenant; true when there may be more. */
    @Transactional
    public boolean remind(Reminder reminder) {
        List<Due> due = due(reminder);
        notifications.tell(due.stream().map(it -> notice(reminder, it)).toList());
        return due.size() == AT_ONCE;
    }

    /** Of two processes that remind at once, one finds each. */
    private List<Due> due(Reminder reminder) {
        return jdbc.sql("""
                with due as (
                    select r.id, r.reference, r.customer_id, r.offering_id, r.%1$s as at from requests.on_desk r
                    where r.tenant_id = :tenant and r.%1$s > :earliest and r.%1$s <= :latest and %2$s
                      and not exists (select from requests.reminder known where known.tenant_id = :tenant
                                      and known.request_id = r.id and known.what = :what and known.at = r.%1$s)
                      and not exists (select from requests.request_history h where h.tenant_id = :tenant
                                      and h.request_id = r.id and h.move = :move and h.at > r.%1$s - :before::interval)
                    order by r.%1$s limit %3$d
                ), fresh as (
                    insert into requests.reminder (tenant_id, request_id, what, at)
                    select :tenant, id, :what, at from due on conflict do nothing returning request_id
                )
                select due.*, o.name as service from due join fresh on fresh.request_id = due.id
                left join requests.offering o on o.tenant_id = :tenant and o.id = due.offering_id
                """.formatted(reminder.column(), standing(reminder), AT_ONCE))
                .param("tenant", CurrentTenant.id().value())
                .param("earliest", at(clock.instant().plus(reminder.notLaterThan())))
                .param("latest", at(clock.instant().plus(reminder.before())))
                .param("before", reminder.before().toString())
                .param("what", reminder.code())
                .param("move", reminder == Reminder.QUOTE_ENDS ? "quote" : "schedule")
                .query((row, index) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        new MemberId(row.getObject("customer_id", UUID.class)),
                        String.valueOf(row.getString("service")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String standing(Reminder reminder) {
        return switch (reminder) {
            case QUOTE_ENDS -> "r.status = 'quoted'";
            case APPOINTMENT_DAY, APPOINTMENT_SOON -> "r.due_at is not null and r.status <> 'in_progress'";
        };
    }

    private static Notice notice(Reminder reminder, Due due) {
        return new Notice(
                        due.customer,
                        "%s:%s:%d".formatted(reminder.code(), due.request, due.at.getEpochSecond()),
                        "requests.reminder." + reminder.code(),
                        List.of(due.reference, due.service, Said.time(due.at)),
                        "/requests/" + due.request)
                .ofKind(reminder.kind())
                .until(due.at);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
