package com.gmservices.notifications.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Ids;
import com.gmservices.database.Page;
import com.gmservices.notifications.delivery.DeliveryState;
import com.gmservices.notifications.delivery.Reason;
import com.gmservices.notifications.wording.Words;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who was told what, when, through what and why, or why not. */
@Repository
@Transactional(readOnly = true)
class NoticeLog {

    /** To find words in what was told, all of it is read: three months are enough of it. */
    private static final Duration SEARCHED = Duration.ofDays(92);

    private static final int LONGEST_WORDS = 100;

    private final JdbcClient jdbc;
    private final Members members;
    private final Clock clock;

    NoticeLog(JdbcClient jdbc, Members members, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.clock = clock;
    }

    /** What is looked for; what is null or empty is not asked for. */
    record Question(@Nullable UUID member, @Nullable String about, String words) {

        Question {
            String plain = words.replace("\0", "").strip();
            words = plain.substring(0, Math.min(LONGEST_WORDS, plain.length()));
        }
    }

    record Entry(
            UUID id,
            @Nullable Member member,
            String kind,
            Words words,
            String path,
            Instant toldAt,
            @Nullable Instant readAt,
            List<Line> lines) {}

    /**
     * @param state of one that goes with a digest, the digest's once it has left
     * @param bundledFor when the digest leaves or left that it goes with
     */
    record Line(
            String channel,
            @Nullable String recipient,
            DeliveryState state,
            @Nullable Reason reason,
            Instant dueAt,
            @Nullable Instant bundledFor,
            @Nullable Instant sentAt,
            @Nullable Instant reportedAt,
            @Nullable String carrier,
            @Nullable String detail,
            int attempts,
            @Nullable Integer wording) {}

    private record Row(
            UUID id,
            MemberId member,
            String kind,
            Words words,
            String path,
            Instant toldAt,
            @Nullable Instant readAt) {}

    Page<Entry> find(CurrentMember staff, Question question, Cursor cursor, int limit) {
        staff.require("read:notification-log");
        Page<Row> page = Page.of(rows(staff, question, cursor, limit + 1), limit, Row::id);
        Map<MemberId, Member> people =
                members.findAll(page.data().stream().map(Row::member).distinct().toList());
        Map<UUID, List<Line>> lines =
                lines(staff.tenant(), page.data().stream().map(Row::id).toList());
        return page.map(row -> new Entry(
                row.id,
                people.get(row.member),
                row.kind,
                row.words,
                row.path,
                row.toldAt,
                row.readAt,
                lines.getOrDefault(row.id, List.of())));
    }

    private List<Row> rows(CurrentMember staff, Question question, Cursor cursor, int limit) {
        var sql = new StringBuilder("""
                select n.id, n.member_id, n.kind, n.key, n.arguments, n.path, n.created_at, r.read_at
                from notifications.notice n join notifications.receipt r
                    on r.tenant_id = n.tenant_id and r.member_id = n.member_id and r.id = n.id
                where n.tenant_id = :tenant and n.id < :after
                """);
        if (question.member != null) {
            sql.append(" and n.member_id = :member");
        }
        if (question.about != null) {
            sql.append(" and n.path = :about");
        }
        if (!question.words.isEmpty()) {
            sql.append("""
                     and n.id >= :since and (n.member_id = any (:named)
                        or exists (select from unnest(n.arguments) said where strpos(lower(said), :words) > 0)
                        or exists (select from notifications.delivery d
                                   where d.tenant_id = n.tenant_id and d.notice_id = n.id
                                     and strpos(lower(d.recipient), :words) > 0))
                    """);
        }
        return bind(jdbc.sql(sql.append(" order by n.id desc limit :limit").toString()), staff, question)
                .param("tenant", staff.tenant().value())
                .param("after", cursor.after())
                .param("limit", limit)
                .query(NoticeLog::toRow)
                .list();
    }

    private StatementSpec bind(StatementSpec statement, CurrentMember staff, Question question) {
        StatementSpec bound = statement;
        if (question.member != null) {
            bound = bound.param("member", question.member);
        }
        if (question.about != null) {
            bound = bound.param("about", question.about);
        }
        if (!question.words.isEmpty()) {
            bound = bound.param("words", question.words.toLowerCase(Locale.ROOT))
                    .param("named", named(staff, question.words))
                    .param("since", Ids.floor(clock.instant().minus(SEARCHED)));
        }
        return bound;
    }

    private UUID[] named(CurrentMember staff, String words) {
        return staff.may("read:members")
                ? members.list(staff, null, words, Cursor.newest(), 100).data().stream()
                        .map(member -> member.id().value())
                        .toArray(UUID[]::new)
                : new UUID[0];
    }

    private Map<UUID, List<Line>> lines(TenantId tenant, Collection<UUID> notices) {
        record Of(UUID notice, Line line) {}
        return notices.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select d.notice_id, d.channel, d.recipient, d.reason, d.due_at, b.due_at as bundled_for, d.wording,
                               coalesce(b.state, d.state) as state, coalesce(b.sent_at, d.sent_at) as sent_at,
                               coalesce(b.told_at, d.told_at) as told_at, coalesce(b.carrier, d.carrier) as carrier,
                               coalesce(b.detail, d.detail) as detail, coalesce(b.attempts, d.attempts) as attempts
                        from notifications.delivery d
                        left join notifications.delivery b on b.tenant_id = d.tenant_id and b.id = d.bundle
                        where d.tenant_id = ? and d.notice_id = any (?) order by d.id
                        """)
                        .params(tenant.value(), notices.toArray(UUID[]::new))
                        .query((row, index) -> new Of(row.getObject("notice_id", UUID.class), toLine(row)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Of::notice, Collectors.mapping(Of::line, Collectors.toList())));
    }

    private static Row toRow(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("kind"),
                new Words(row.getString("key"), List.of((String[])
                        row.getArray("arguments").getArray())),
                row.getString("path"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "read_at"));
    }

    private static Line toLine(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        int wording = row.getInt("wording");
        return new Line(
                row.getString("channel"),
                row.getString("recipient"),
                DeliveryState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                reason == null ? null : Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row, "bundled_for"),
                instant(row, "sent_at"),
                instant(row, "told_at"),
                row.getString("carrier"),
                row.getString("detail"),
                row.getInt("attempts"),
                wording == 0 ? null : wording);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
