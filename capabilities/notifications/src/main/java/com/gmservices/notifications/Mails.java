package com.gmservices.notifications;

import com.gmservices.notifications.MailId.OfAccount;
import com.gmservices.notifications.MailId.OfTenant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails on their way, tenants' and accounts' in a table each. Whoever sends one claims it first; who has claimed
 * it may write down what came of it as long as nobody has claimed it since, which the number of attempts tells.
 */
@Repository
@Transactional
class Mails {

    private final JdbcClient jdbc;

    Mails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OfAccount id, String recipient, Words words, @Nullable String link, MailState state, Instant now) {
        jdbc.sql("""
                insert into notifications.account_mail (id, recipient, key, arguments, link, state, created_at)
                values (:id, :recipient, :key, :arguments, :link, :state, :now)
                """)
                .param("id", id.id())
                .param("recipient", recipient)
                .param("key", words.key())
                .param("arguments", words.arguments().toArray(String[]::new))
                .param("link", link)
                .param("state", state.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nobody else sends it until then; empty when there is nothing to send, or somebody is at it. */
    Optional<Mail> claim(MailId id, Instant now, Instant until) {
        String claim = """
                with mail as (
                    update %s set attempts = attempts + 1, claimed_until = :until
                    where %s and state = 'waiting' and (claimed_until is null or claimed_until <= :now)
                    returning *)
                """.formatted(table(id), row(id));
        String shown = switch (id) {
            case OfTenant _ -> """
                            select mail.*, n.key, n.arguments, n.path as link
                            from mail join notifications.notice n using (tenant_id, id)
                            """;
            case OfAccount _ -> "select null::uuid as tenant_id, mail.* from mail";
        };
        return bind(claim + shown, id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Mail::from)
                .optional();
    }

    /** Until when a waiting mail is in somebody's hands; empty when there is nothing to wait for. */
    @Transactional(readOnly = true)
    Optional<Instant> claimedUntil(MailId id) {
        return bind(
                        "select claimed_until from %s where %s and state = 'waiting' and claimed_until is not null"
                                .formatted(table(id), row(id)),
                        id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void sent(Mail mail, Instant now) {
        String forget = switch (mail.id()) {
            case OfTenant _ -> "";
            case OfAccount _ -> ", link = null";
        };
        change(mail, "state = 'sent', sent_at = :now, reason = null" + forget)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void tryLater(Mail mail, String reason) {
        change(mail, "claimed_until = null, reason = :reason")
                .param("reason", reason)
                .update();
    }

    void failed(Mail mail, String reason) {
        change(mail, "state = 'failed', reason = :reason")
                .param("reason", reason)
                .update();
    }

    /** For mails that were written while there was a server, when there is none any more. */
    void keep(MailId id) {
        bind("update %s set state = 'kept' where %s and state = 'waiting'".formatted(table(id), row(id)), id)
                .update();
    }

    private StatementSpec change(Mail mail, String values) {
        return bind(
                        "update %s set %s where %s and state = 'waiting' and attempts = :attempts"
                                .formatted(table(mail.id()), values, row(mail.id())),
                        mail.id())
                .param("attempts", mail.attempts());
    }

    private static String table(MailId id) {
        return switch (id) {
            case OfTenant _ -> "notifications.mail";
            case OfAccount _ -> "notifications.account_mail";
        };
    }

    private static String row(MailId id) {
        return switch (id) {
            case OfTenant _ -> "tenant_id = :tenant and id = :id";
            case OfAccount _ -> "id = :id";
        };
    }

    private StatementSpec bind(String sql, MailId id) {
        StatementSpec statement = jdbc.sql(sql).param("id", id.id());
        return id instanceof OfTenant(var tenant, UUID _) ? statement.param("tenant", tenant.value()) : statement;
    }
}
