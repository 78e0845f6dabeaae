package com.gmservices.notifications;

import com.gmservices.database.Cursor;
import com.gmservices.database.Ids;
import com.gmservices.notifications.MailId.OfTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All notices of all tenants. Every query names its tenant. */
@Repository
class Notices {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Notices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A notice to be told; with a recipient, an address, it goes out by mail too. */
    record News(
            UUID id,
            UUID memberId,
            String once,
            String key,
            List<String> arguments,
            String path,
            @Nullable String recipient) {

        static News of(Notice notice, @Nullable String recipient) {
            return new News(
                    Ids.next(),
                    notice.recipient().value(),
                    notice.once(),
                    notice.key(),
                    notice.arguments(),
                    notice.path(),
                    recipient);
        }
    }

    /**
     * One statement, however many are told. The receipts go in in one order, so that two who tell the same people of
     * the same things wait for each other rather than for ever.
     *
     * @return those that go out by mail, without what was told before
     */
    List<OfTenant> add(TenantId tenant, List<News> news, MailState mail, Instant now) {
        return jdbc.sql("""
                with news as (
                    select * from jsonb_to_recordset(:news::jsonb) as news
                        (id uuid, member_id uuid, once text, key text, arguments text[], path text, recipient text)
                ), fresh as (
                    insert into notifications.receipt (tenant_id, member_id, id, once)
                    select :tenant, member_id, id, once from news order by member_id, once
                    on conflict (tenant_id, member_id, once) do nothing
                    returning id
                ), noticed as (
                    insert into notifications.notice (tenant_id, id, member_id, key, arguments, path, created_at)
                    select :tenant, id, member_id, key, arguments, path, :now from news join fresh using (id)
                )
                insert into notifications.mail (tenant_id, id, recipient, state, created_at)
                select :tenant, id, recipient, :state, :now from news join fresh using (id) where recipient is not null
                returning id
                """)
                .param("tenant", tenant.value())
                .param("news", json.writeValueAsString(news))
                .param("state", mail.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new OfTenant(tenant, row.getObject("id", UUID.class)))
                .list();
    }

    List<Told> list(TenantId tenant, MemberId member, boolean unreadOnly, Cursor cursor, int limit) {
        return jdbc.sql("""
                select id, n.key, n.arguments, n.path, n.created_at, r.read_at
                from notifications.receipt r join notifications.notice n using (tenant_id, id)
                where tenant_id = :tenant and r.member_id = :member and id < :after %s
                order by id desc limit :limit
                """.formatted(unreadOnly ? "and r.read_at is null" : ""))
                .param("tenant", tenant.value())
                .param("member", member.value())
                .param("after", cursor.after())
                .param("limit", limit)
                .query(Notices::toTold)
                .list();
    }

    Optional<Told> find(TenantId tenant, MemberId member, NoticeId id) {
        return jdbc.sql("""
                select id, n.key, n.arguments, n.path, n.created_at, r.read_at
                from notifications.receipt r join notifications.notice n using (tenant_id, id)
                where tenant_id = :tenant and r.member_id = :member and id = :id
                """)
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
                new Words(row.getString("key"), List.of((String[])
                        row.getArray("arguments").getArray())),
                row.getString("path"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }
}
