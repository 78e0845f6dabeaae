package com.gmservices.requests;

import com.gmservices.requests.Board.Next.What;
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
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lies on the desk, a column for each status: what is late before what is due next. A column that is too long to be
 * drawn whole also has what has just come into it, so that nothing that somebody moves is lost from sight. Three
 * statements, however much there is.
 */
@Service
@Transactional(readOnly = true)
public class Board {

    private static final int MOST_CARDS = 25;
    private static final int MOST_NEWCOMERS = 5;
    private static final Duration JUST = Duration.ofMinutes(15);
    static final Duration LATELY = Duration.ofDays(7);

    private static final String MINE = """
             and r.provider_id = any (array(
                select p.id from requests.provider p where p.tenant_id = :tenant and p.member_id = :mine))""";

    /** Status by status from indexes that have them in these orders, so that it costs the same however many wait. */
    private static final String CARDS = """
            select r.id, r.reference, r.revision, r.status, r.since, r.customer_id, r.quote_until, r.starts_at, r.responded_at,
                   r.due_at, o.name as offering, p.name as provider
            from (
                select card.*
                from (values ('pending'), ('quoted'), ('confirmed'), ('in_progress'), ('on_hold')) col (status)
                cross join lateral (
                    (select * from requests.on_desk r
                     where r.tenant_id = :tenant and r.status = col.status %1$s
                     order by r.next_at, r.id limit :most)
                    union
                    (select * from requests.on_desk r
                     where r.tenant_id = :tenant and r.status = col.status and r.since >= :just %1$s
                     order by r.since desc limit :newcomers)) card
                union all
                (select * from requests.on_desk r
                 where r.tenant_id = :tenant and r.status = 'completed' and r.next_at >= :lately %1$s
                 order by r.next_at desc limit :most)) r
            join requests.offering o on o.tenant_id = :tenant and o.id = r.offering_id
            left join requests.provider p on p.tenant_id = :tenant and p.id = r.provider_id
            order by case r.status when 'completed' then null else r.next_at end, r.since desc, r.id
            """;

    private static final String COUNTS = """
            select r.status, count(*) as requests, count(*) filter (where r.due_at < :now) as late
            from requests.on_desk r
            where r.tenant_id = :tenant and (r.status <> 'completed' or r.next_at >= :lately) %1$s
            group by r.status
            """;

    private final JdbcClient jdbc;
    private final Members members;
    private final Clock clock;

    Board(JdbcClient jdbc, Members members, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.clock = clock;
    }

    /** @param count of all of them, of which the first have a card */
    public record Column(RequestStatus status, int count, int late, List<Card> cards) {

        public boolean hasMore() {
            return count > cards.size();
        }
    }

    /**
     * @param provider the name of whoever is assigned; empty when nobody is
     * @param steps where whoever looks may move it
     */
    public record Card(
            RequestId id,
            String reference,
            int revision,
            String offering,
            String customer,
            String provider,
            Next next,
            List<Step> steps) {

        public Card {
            steps = List.copyOf(steps);
        }

        /** As the board's script reads them: {@code hold:on_hold:reason}. */
        public String ways() {
            return steps.stream()
                    .map(step -> "%s:%s:%s"
                            .formatted(
                                    step.move().code(),
                                    step.to().code(),
                                    step.way().name().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(" "));
        }

        public String initials() {
            return Initials.of(provider);
        }
    }

    /** The one date on a card. */
    public record Next(What what, Instant at, boolean late) {

        /** Of a request that waits for the business: what is late, or the appointment, or what is due. */
        static Next of(boolean answered, Instant due, @Nullable Instant startsAt, Instant now) {
            boolean late = due.isBefore(now);
            return late || startsAt == null || !startsAt.isAfter(now)
                    ? new Next(answered ? What.FINISH : What.ANSWER, due, late)
                    : new Next(What.APPOINTMENT, startsAt, false);
        }

        public enum What {
            ANSWER,
            FINISH,
            APPOINTMENT,
            QUOTE_ENDS,
            ON_HOLD,
            COMPLETED;

            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    private record Count(int all, int late) {

        static final Count NONE = new Count(0, 0);
    }

    private record Row(
            RequestStatus status,
            RequestId id,
            String reference,
            int revision,
            String offering,
            MemberId customer,
            @Nullable String provider,
            Next next) {

        Card card(CurrentMember staff, Map<MemberId, Member> customers) {
            Member member = customers.get(customer);
            return new Card(
                    id,
                    reference,
                    revision,
                    offering,
                    member == null ? "" : member.name(),
                    provider == null ? "" : provider,
                    next,
                    Step.of(staff, status, customer, member != null && member.identity() != null));
        }
    }

    /** @param mine only what is assigned to this member */
    public List<Column> look(CurrentMember staff, boolean mine) {
        staff.require("read:all-requests");
        Map<RequestStatus, Count> counts = counts(staff, mine);
        List<Row> rows = bind(CARDS, staff, mine)
                .param("most", MOST_CARDS)
                .param("newcomers", MOST_NEWCOMERS)
                .param("just", clock.instant().minus(JUST).atOffset(ZoneOffset.UTC))
                .query((row, index) -> toRow(row, clock.instant()))
                .list();
        Map<MemberId, Member> customers =
                members.findAll(rows.stream().map(Row::customer).distinct().toList());
        return Stream.of(RequestStatus.values())
                .filter(status -> status.isOpen() || status == RequestStatus.COMPLETED)
                .map(status -> {
                    Count count = counts.getOrDefault(status, Count.NONE);
                    return new Column(
                            status,
                            count.all,
                            count.late,
                            rows.stream()
                                    .filter(row -> row.status == status)
                                    .map(row -> row.card(staff, customers))
                                    .toList());
                })
                .toList();
    }

    private Map<RequestStatus, Count> counts(CurrentMember staff, boolean mine) {
        var counts = new EnumMap<RequestStatus, Count>(RequestStatus.class);
        bind(COUNTS, staff, mine)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(
                            RequestStatus.of(row.getString("status")),
                            new Count(row.getInt("requests"), row.getInt("late")));
                });
        return counts;
    }

    private StatementSpec bind(String sql, CurrentMember staff, boolean mine) {
        return jdbc.sql(sql.formatted(mine ? MINE : ""))
                .param("tenant", staff.tenant().value())
                .param("mine", mine ? staff.id().value() : null)
                .param("lately", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC));
    }

    private static Row toRow(ResultSet row, Instant now) throws SQLException {
        RequestStatus status = RequestStatus.of(row.getString("status"));
        return new Row(
                status,
                new RequestId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                row.getInt("revision"),
                row.getString("offering"),
                new MemberId(row.getObject("customer_id", UUID.class)),
                row.getString("provider"),
                next(row, status, now));
    }

    private static Next next(ResultSet row, RequestStatus status, Instant now) throws SQLException {
        return switch (status) {
            case QUOTED -> new Next(What.QUOTE_ENDS, at(row, "quote_until"), false);
            case ON_HOLD -> new Next(What.ON_HOLD, at(row, "since"), false);
            case COMPLETED, DECLINED, CANCELLED -> new Next(What.COMPLETED, at(row, "since"), false);
            case PENDING, CONFIRMED, IN_PROGRESS ->
                Next.of(
                        row.getObject("responded_at") != null,
                        at(row, "due_at"),
                        row.getObject("starts_at") == null ? null : at(row, "starts_at"),
                        now);
        };
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
