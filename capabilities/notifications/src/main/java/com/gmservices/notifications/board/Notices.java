package com.gmservices.notifications.board;

import com.gmservices.database.Cursor;
import com.gmservices.database.Ids;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.delivery.Way;
import com.gmservices.notifications.wording.Words;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All notices of all tenants. Every query names its tenant. */
@Repository
class Notices {

    private static final String TOLD = """
            select id, n.kind, n.key, n.arguments, n.path, n.created_at, r.read_at
            from notifications.receipt r join notifications.notice n using (tenant_id, id)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Notices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A notice to be told. */
    record News(
            UUID id,
            UUID memberId,
            String once,
            String kind,
            String key,
            List<String> arguments,
            String path,
            @Nullable Instant expiresAt) {

        static News of(Notice notice) {
            return new News(
                    Ids.next(),
                    notice.recipient().value(),
                    notice.once(),
                    notice.kind(),
                    notice.key(),
                    notice.arguments(),
                    notice.path(),
                    notice.until());
        }
    }

    /**
     * One statement, however many are told. The receipts go in in one order, so that two who tell the same people of
     * the same things wait for each other rather than for ever.
     *
     * @return ids of the ways that were taken, without those of what was told before
     */
    Set<UUID> add(TenantId tenant, List<News> news, List<Way> ways, Instant now) {
        return jdbc.sql("""
                with news as (
                    select * from jsonb_to_recordset(:news::jsonb) as news
                        (id uuid, member_id uuid, once text, kind text, key text, arguments text[], path text,
                         expires_at timestamptz)
                ), fresh as (
                    insert into notifications.receipt (tenant_id, member_id, id, once)
                    select :tenant, member_id, id, once from news order by member_id, once
                    on conflict (tenant_id, member_id, once) do nothing
                    returning id
                ), noticed as (
                    insert into notifications.notice
                        (tenant_id, id, member_id, kind, key, arguments, path, expires_at, created_at)
                    select :tenant, id, member_id, kind, key, arguments, path, expires_at, :now
                    from news join fresh using (id)
                )
                insert into notifications.delivery
                    (tenant_id, id, notice_id, member_id, channel, recipient, state, reason, due_at, bundle, created_at)
                select :tenant, way.id, notice_id, member_id, channel, recipient, state, reason, due_at, bundle, :now
                from jsonb_to_recordset(:ways::jsonb) as way
                    (id uuid, notice_id uuid, member_id uuid, channel text, recipient text, state text, reason text,
                     due_at timestamptz, bundle uuid)
                    join fresh on fresh.id = way.notice_id
                returning id
                """)
                .param("tenant", tenant.value())
                .param("news", json.writeValueAsString(news))
                .param("ways", json.writeValueAsString(ways))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getObject("id", UUID.class))
                .set();
    }

    List<Told> list(TenantId tenant, MemberId member, boolean unreadOnly, Cursor cursor, int limit) {
        return jdbc.sql("""
                %s where tenant_id = :tenant and r.member_id = :member and id < :after %s
                order by id desc limit :limit
                """.formatted(TOLD, unreadOnly ? "and r.read_at is null" : ""))
                .param("tenant", tenant.value())
                .param("member", member.value())
                .param("after", cursor.after())
                .param("limit", limit)
                .query(Notices::toTold)
                .list();
    }

    Optional<Told> find(TenantId tenant, MemberId member, NoticeId id) {
        return jdbc.sql(TOLD + "where tenant_id = :tenant and r.member_id = :member and id = :id")
                .param("tenant", tenant.value())
                .param("member", member.value())
                .param("id", id.value())
                .query(Notices::toTold)
                .optional();
    }

    void read(TenantId tenant, MemberId member, NoticeId id, Instant now) {
        jdbc.sql("""
                update notifications.receipt set read_at = ?
                where tenant_id = ? and member_id = ? and id = ? and read_at is null
                """)
                .params(now.atOffset(ZoneOffset.UTC), tenant.value(), member.value(), id.value())
                .update();
    }

    void readUpTo(TenantId tenant, MemberId member, NoticeId newest, Instant now) {
        jdbc.sql("""
                update notifications.receipt set read_at = ?
                where tenant_id = ? and member_id = ? and id <= ? and read_at is null
                """)
                .params(now.atOffset(ZoneOffset.UTC), tenant.value(), member.value(), newest.value())
                .update();
    }

    /** Counts no further than asked: what is shown ends at "99+". */
    int unread(TenantId tenant, MemberId member, int atMost) {
        return jdbc.sql("""
                select count(*) from (
                    select from notifications.receipt
                    where tenant_id = ? and member_id = ? and read_at is null limit ?) unread
                """)
                .params(tenant.value(), member.value(), atMost)
                .query(Integer.class)
                .single();
    }

    private static Told toTold(ResultSet row, int index) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Told(
                new NoticeId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                new Words(row.getString("key"), List.of((String[])
                        row.getArray("arguments").getArray())),
                row.getString("path"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }
}
