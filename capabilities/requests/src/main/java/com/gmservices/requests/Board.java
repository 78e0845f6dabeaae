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
 * What lies on the desk, a column for each status: what is late before what is due next. Three statements, however much
 * there is.
 */
@Service
@Transactional(readOnly = true)
public class Board {

    private static final int MOST_CARDS = 25;
    private static final Duration LATELY = Duration.ofDays(7);

    /** By the clock an answer comes first, and then the work. */
    private static final String DUE =
            "case when r.responded_at is null then least(r.respond_by, r.resolve_by) else r.resolve_by end";

    private static final String MINE = "(:mine::uuid is null or p.member_id = :mine)";

    private static final String CARD = """
            select r.id, r.reference, r.revision, r.status, r.since, r.customer_id, r.quote_until, r.starts_at, r.responded_at,
                   %s as due, o.name as offering, p.name as provider
            from requests.request r
            join requests.offering o on o.tenant_id = r.tenant_id and o.id = r.offering_id
            left join requests.provider p on p.tenant_id = r.tenant_id and p.id = r.provider_id
            where r.tenant_id = :tenant and %s""".formatted(DUE, MINE);

    private static final String CARDS = """
            select card.* from (values ('pending'), ('quoted'), ('confirmed'), ('in_progress'), ('on_hold')) col (status)
            cross join lateral (%1$s and r.status = col.status
                order by case col.status when 'quoted' then r.quote_until when 'on_hold' then r.since
                                         else least(%2$s, r.starts_at) end, r.id
                limit :most) card
            union all
            (%1$s and r.status = 'completed' and r.since >= :lately order by r.since desc limit :most)
            """.formatted(CARD, DUE);

    private static final String COUNTS = """
            select r.status, count(*) as requests,
                   count(*) filter (where r.status <> 'completed' and r.paused_since is null and %s < :now) as late
            from requests.request r
            left join requests.provider p on p.tenant_id = r.tenant_id and p.id = r.provider_id
            where r.tenant_id = :tenant and %s
              and (r.status in ('pending', 'quoted', 'confirmed', 'in_progress', 'on_hold')
                   or r.status = 'completed' and r.since >= :lately)
            group by r.status
            """.formatted(DUE, MINE);

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
            String[] names = provider.strip().split("\\s+", -1);
            return Stream.of(names[0], names.length == 1 ? "" : names[names.length - 1])
                    .filter(name -> !name.isEmpty())
                    .map(name -> Character.toString(name.codePointAt(0)))
                    .collect(Collectors.joining());
        }
    }

    /** The one date on a card. */
    public record Next(What what, Instant at, boolean late) {

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
        return jdbc.sql(sql)
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
            case PENDING, CONFIRMED, IN_PROGRESS -> {
                What what = row.getObject("responded_at") == null ? What.ANSWER : What.FINISH;
                Instant due = at(row, "due");
                boolean appointed = row.getObject("starts_at") != null
                        && at(row, "starts_at").isAfter(now);
                yield due.isBefore(now) || !appointed
                        ? new Next(what, due, due.isBefore(now))
                        : new Next(What.APPOINTMENT, at(row, "starts_at"), false);
            }
        };
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
