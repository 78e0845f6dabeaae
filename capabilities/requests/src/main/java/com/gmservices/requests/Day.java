package com.gmservices.requests;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody of the staff has before them today: what is assigned to them, and what is nobody's yet and of a kind
 * that they do. Whoever is no provider does any kind.
 */
@Service
@Transactional(readOnly = true)
public class Day {

    private static final Duration SOON = Duration.ofDays(3);

    private static final String ITEMS = """
            with me as (
                select array(select m.id from requests.provider m where m.tenant_id = :tenant and m.member_id = :me) as providers,
                       array(select type from requests.provider m cross join unnest(m.service_types) type
                             where m.tenant_id = :tenant and m.member_id = :me and m.active) as types)
            """
            + String.join(
                    " union all ",
                    part("answer", "r.due_at", "pending", "r.responded_at is null", "r.next_at", 10),
                    part("appointment", "r.starts_at", "", """
                            r.due_at is not null and r.starts_at < :tomorrow and r.ends_at > :today""", "r.starts_at", 40),
                    part("quote", "r.quote_until", "quoted", "r.quote_until < :soon", "r.next_at", 10),
                    part("work", "r.due_at", "pending,confirmed,in_progress", """
                            (r.status <> 'pending' or r.responded_at is not null) and (r.starts_at is null or r.starts_at <= :now)""", "r.next_at", 15));

    private final JdbcClient jdbc;
    private final Members members;
    private final Clock clock;

    Day(JdbcClient jdbc, Members members, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.clock = clock;
    }

    /**
     * One request in one part of the day.
     *
     * @param at when it is due, begins or ends
     * @param until for appointments
     * @param provider empty when nobody is assigned
     */
    public record Item(
            RequestId id,
            String reference,
            RequestStatus status,
            String offering,
            String customer,
            String phone,
            String provider,
            Instant at,
            @Nullable Instant until,
            boolean late) {}

    /** Each part in the order of its times. */
    public record Plan(List<Item> answers, List<Item> appointments, List<Item> quotes, List<Item> work, Instant now) {

        public boolean isEmpty() {
            return answers.isEmpty() && appointments.isEmpty() && quotes.isEmpty() && work.isEmpty();
        }

        /** Before which of the appointments the line for now is drawn. */
        public int nowAt() {
            return (int)
                    appointments.stream().filter(item -> !item.at.isAfter(now)).count();
        }
    }

    private record Row(String part, MemberId customer, Item item) {

        Item known(Map<MemberId, Member> customers) {
            Member member = customers.get(customer);
            return member == null
                    ? item
                    : new Item(
                            item.id,
                            item.reference,
                            item.status,
                            item.offering,
                            member.name(),
                            member.phone() == null ? "" : member.phone(),
                            item.provider,
                            item.at,
                            item.until,
                            item.late);
        }
    }

    /** @param everybody what is assigned to others too */
    public Plan plan(CurrentMember staff, boolean everybody, ZoneId zone) {
        staff.require("read:all-requests");
        Instant now = clock.instant();
        var today = now.atZone(zone).toLocalDate().atStartOfDay(zone);
        List<Row> rows = jdbc.sql(ITEMS)
                .param("tenant", staff.tenant().value())
                .param("me", staff.id().value())
                .param("everybody", everybody)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("soon", now.plus(SOON).atOffset(ZoneOffset.UTC))
                .param("today", today.toOffsetDateTime())
                .param("tomorrow", today.plusDays(1).toOffsetDateTime())
                .query((row, index) -> toRow(row, now))
                .list();
        Map<MemberId, Member> customers =
                members.findAll(rows.stream().map(Row::customer).distinct().toList()).values().stream()
                        .map(customer -> customer.seenBy(staff))
                        .collect(Collectors.toMap(Member::id, Function.identity()));
        return new Plan(
                part(rows, "answer", customers),
                part(rows, "appointment", customers),
                part(rows, "quote", customers),
                part(rows, "work", customers),
                now);
    }

    /** Status by status, each in the order of an index, so that it costs the same however much lies there. */
    private static String part(String name, String at, String statuses, String condition, String order, int most) {
        return """
            (select '%1$s' as part, r.id, r.reference, r.status, r.customer_id, r.ends_at, %2$s as at, o.name as offering,
                   p.name as provider
            from me
            cross join unnest(string_to_array('%3$s', ',')) col (status)
            cross join lateral (
                select * from requests.on_desk r
                where r.tenant_id = :tenant and %4$s and %5$s
                  and (:everybody or r.provider_id = any (me.providers)
                       or r.provider_id is null and (r.service_type = any (me.types) or cardinality(me.types) = 0))
                order by %6$s, r.id limit %7$d) r
            join requests.offering o on o.tenant_id = r.tenant_id and o.id = r.offering_id
            left join requests.provider p on p.tenant_id = r.tenant_id and p.id = r.provider_id
            order by at, r.id limit %7$d)
            """.formatted(
                        name,
                        at,
                        statuses.isEmpty() ? "any" : statuses,
                        statuses.isEmpty() ? "true" : "r.status = col.status",
                        condition,
                        order,
                        most);
    }

    private static List<Item> part(List<Row> rows, String part, Map<MemberId, Member> customers) {
        return rows.stream()
                .filter(row -> row.part.equals(part))
                .map(row -> row.known(customers))
                .toList();
    }

    private static Row toRow(ResultSet row, Instant now) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        OffsetDateTime until = row.getObject("ends_at", OffsetDateTime.class);
        String provider = row.getString("provider");
        String part = row.getString("part");
        var item = new Item(
                new RequestId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                RequestStatus.of(row.getString("status")),
                row.getString("offering"),
                "",
                "",
                provider == null ? "" : provider,
                at,
                until == null ? null : until.toInstant(),
                at.isBefore(now) && !part.equals("appointment"));
        return new Row(part, new MemberId(row.getObject("customer_id", UUID.class)), item);
    }
}
