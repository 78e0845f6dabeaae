package com.gmservices.notifications.wording;

import com.gmservices.notifications.Channel;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All versions of all businesses' own words. */
@Repository
class WordingRows {

    private final JdbcClient jdbc;

    WordingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By key, the words that hold; those that are the platform's again are left out. */
    Map<String, Wording> inForce(TenantId tenant, Collection<String> keys, Locale language, Channel channel) {
        return keys.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select distinct on (key) * from notifications.wording
                        where tenant_id = ? and key = any (?) and language = ? and channel = ?
                        order by key, version desc
                        """)
                        .params(
                                tenant.value(),
                                keys.stream().distinct().toArray(String[]::new),
                                language.getLanguage(),
                                channel.code())
                        .query(WordingRows::toWording)
                        .list()
                        .stream()
                        .filter(wording -> wording.text() != null)
                        .collect(Collectors.toMap(Wording::key, Function.identity()));
    }

    /** What is worded by the business itself, whatever the language: for the list of all texts. */
    List<Wording> latest(TenantId tenant) {
        return jdbc.sql("""
                select distinct on (key, language, channel) * from notifications.wording
                where tenant_id = ? order by key, language, channel, version desc
                """).param(tenant.value()).query(WordingRows::toWording).list().stream()
                .filter(wording -> wording.text() != null)
                .toList();
    }

    /** The newest first. */
    List<Wording> history(TenantId tenant, String key, Locale language, Channel channel) {
        return jdbc.sql("""
                select * from notifications.wording
                where tenant_id = ? and key = ? and language = ? and channel = ? order by version desc limit 50
                """)
                .params(tenant.value(), key, language.getLanguage(), channel.code())
                .query(WordingRows::toWording)
                .list();
    }

    /** False when that version is there already. */
    boolean add(
            TenantId tenant,
            String key,
            Locale language,
            Channel channel,
            int version,
            @Nullable String subject,
            @Nullable String text,
            MemberId by,
            Instant now) {
        return jdbc.sql("""
                insert into notifications.wording
                    (tenant_id, key, language, channel, version, subject, text, made_by, created_at)
                values (:tenant, :key, :language, :channel, :version, :subject, :text, :by, :now) on conflict do nothing
                """)
                        .param("tenant", tenant.value())
                        .param("key", key)
                        .param("language", language.getLanguage())
                        .param("channel", channel.code())
                        .param("version", version)
                        .param("subject", subject)
                        .param("text", text)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Wording toWording(ResultSet row, int index) throws SQLException {
        return new Wording(
                row.getString("key"),
                Locale.of(row.getString("language")),
                Channel.of(row.getString("channel")),
                row.getInt("version"),
                row.getString("subject"),
                row.getString("text"),
                new MemberId(row.getObject("made_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
