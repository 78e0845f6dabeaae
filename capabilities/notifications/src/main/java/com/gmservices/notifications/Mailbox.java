package com.gmservices.notifications;

import com.gmservices.database.Cursor;
import com.gmservices.database.Deployment;
import com.gmservices.database.Ids;
import com.gmservices.database.Page;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.notifications.MailId.OfAccount;
import com.gmservices.notifications.MailId.OfTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All mails of the last month, for the operator. An account's link can be the key to the account, and is for nobody
 * else's eyes; but where things are tried out without a mail server there is no other place to read it.
 */
@Repository
class Mailbox {

    private static final Duration REACH = Duration.ofDays(31);
    private static final String SELECTION = """
            select m.tenant_id, m.id, m.recipient, n.key, n.arguments, n.path as link,
                   m.state, m.attempts, m.reason, m.created_at
            from (select * from notifications.mail where %1$s) m join notifications.notice n using (tenant_id, id)
            union all
            (select null, id, recipient, key, arguments, link, state, attempts, reason, created_at
            from notifications.account_mail where %1$s)
            """;

    private final JdbcClient platform;
    private final Clock clock;
    private final boolean production;

    Mailbox(@PlatformDatabase JdbcClient platform, Clock clock, Deployment deployment) {
        this.platform = platform;
        this.clock = clock;
        this.production = deployment.isProduction();
    }

    Page<Mail> list(Cursor cursor, int limit) {
        List<Mail> rows = platform.sql(SELECTION.formatted("id < :after and id >= :since order by id desc limit :limit")
                        + "order by id desc limit :limit")
                .param("after", cursor.after())
                .param("since", Ids.at(clock.instant().minus(REACH)))
                .param("limit", limit + 1)
                .query(Mail::from)
                .list();
        return Page.of(rows, limit, mail -> mail.id().id());
    }

    Optional<Mail> find(UUID id) {
        return platform.sql(SELECTION.formatted("id = :id"))
                .param("id", id)
                .query(Mail::from)
                .optional()
                .map(this::withoutSecrets);
    }

    private Mail withoutSecrets(Mail mail) {
        return switch (mail.id()) {
            case OfTenant _ -> mail;
            case OfAccount _ -> mail.state() == MailState.KEPT && !production ? mail : mail.withoutLink();
        };
    }
}
