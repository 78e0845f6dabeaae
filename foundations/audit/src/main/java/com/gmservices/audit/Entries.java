package com.gmservices.audit;

import com.gmservices.audit.Entry.ActorKind;
import com.gmservices.database.Cursor;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of the current tenant. */
@Repository
class Entries {

    static final Chained CHAIN = new Chained(
            "audit",
            "audit.",
            "audit.entry",
            (row, index) -> toEntry(row, index).line());

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param actors who it was; null for whoever, and none for nobody at all */
    record Query(
            @Nullable Collection<UUID> actors,
            String action,
            String subject,
            @Nullable Instant from,
            @Nullable Instant until) {

        static final Query ALL = new Query(null, "", "", null, null);

        static String said(@Nullable String text) {
            return text == null ? "" : text.strip().replace("\0", "");
        }
    }

    void add(Entry entry) {
        jdbc.sql("""
                with line as (insert into audit.unsealed (tenant_id, id) values (:tenant, :id))
                insert into audit.entry (tenant_id, id, at, actor_kind, actor, action, subject_kind, subject, before,
                                         after, address, agent, request)
                values (:tenant, :id, :at, :actorKind, :actor, :action, :subjectKind, :subject, :before, :after,
                        :address, :agent, :request)
                """)
                .param("tenant", entry.tenant().value())
                .param("id", entry.id())
                .param("at", at(entry.at()))
                .param("actorKind", entry.actorKind().code())
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("subjectKind", entry.subjectKind())
                .param("subject", entry.subject())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("address", entry.address())
                .param("agent", entry.agent())
                .param("request", entry.request())
                .update();
    }

    /** From new to old. */
    List<Entry> find(Query query, Cursor cursor, int limit) {
        return jdbc.sql("""
                select * from audit.entry
                where tenant_id = :tenant and id < :after
                  and (:anybody or actor = any (:actors))
                  and (:action = '' or starts_with(action, :action))
                  and (:subject = '' or subject = :subject or subject_kind = :subject)
                  and (:from::timestamptz is null or at >= :from::timestamptz)
                  and (:until::timestamptz is null or at < :until::timestamptz)
                order by id desc limit :limit
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("after", cursor.after())
                .param("anybody", query.actors() == null)
                .param(
                        "actors",
                        query.actors() == null ? new UUID[0] : query.actors().toArray(UUID[]::new))
                .param("action", query.action())
                .param("subject", query.subject())
                .param("from", at(query.from()))
                .param("until", at(query.until()))
                .param("limit", limit)
                .query(Entries::toEntry)
                .list();
    }

    /** How a thing was when it was last written down. */
    Optional<String> latestOf(String subjectKind, String subject) {
        return jdbc.sql("""
                select after from audit.entry
                where tenant_id = ? and subject = ? and subject_kind = ? and after is not null order by id desc limit 1
                """)
                .params(CurrentTenant.id().value(), subject, subjectKind)
                .query((row, index) -> row.getString("after"))
                .optional();
    }

    static Entry toEntry(ResultSet row, int index) throws SQLException {
        return new Entry(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ActorKind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
                row.getObject("actor", UUID.class),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("address"),
                row.getString("agent"),
                row.getString("request"));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
