package com.gmservices.notifications.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Deployment;
import com.gmservices.database.Ids;
import com.gmservices.database.Page;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.delivery.Delivery;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.delivery.DeliveryRows;
import com.gmservices.notifications.delivery.DeliveryState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All mails and text messages of the last month, for the operator. An account's link can be the key to the account, and
 * is for nobody else's eyes; but where things are tried out without a mail server there is no other place to read it.
 */
@Repository
class Mailbox {

    private static final Duration REACH = Duration.ofDays(31);
    private static final String OF_TENANTS = """
            select %s from (select * from notifications.delivery
                            where channel = :channel and state not in ('withheld', 'bundled') and %%1$s) d
            left join notifications.notice n on n.tenant_id = d.tenant_id and n.id = d.notice_id
            """.formatted(DeliveryRows.OF_TENANT);
    private static final String OF_ACCOUNTS =
            "select %s from notifications.account_mail d where :channel = 'mail' and %%1$s"
                    .formatted(DeliveryRows.OF_ACCOUNT);
    private static final String ALL = "%s union all (%s)".formatted(OF_TENANTS, OF_ACCOUNTS);

    private final JdbcClient platform;
    private final Clock clock;
    private final boolean production;

    Mailbox(@PlatformDatabase JdbcClient platform, Clock clock, Deployment deployment) {
        this.platform = platform;
        this.clock = clock;
        this.production = deployment.isProduction();
    }

    Page<Delivery> list(Channel channel, Cursor cursor, int limit) {
        List<Delivery> rows = platform.sql(ALL.formatted("id < :after and id >= :since order by id desc limit :limit")
                        + " order by id desc limit :limit")
                .param("channel", channel.code())
                .param("after", cursor.after())
                .param("since", Ids.at(clock.instant().minus(REACH)))
                .param("limit", limit + 1)
                .query(Delivery::from)
                .list();
        return Page.of(rows, limit, delivery -> delivery.id().id());
    }

    Optional<Delivery> find(Channel channel, UUID id) {
        return platform.sql(ALL.formatted("id = :id"))
                .param("channel", channel.code())
                .param("id", id)
                .query(Delivery::from)
                .optional()
                .map(this::withoutSecrets);
    }

    private Delivery withoutSecrets(Delivery delivery) {
        return switch (delivery.id()) {
            case OfTenant _ -> delivery;
            case OfAccount _ ->
                delivery.state() == DeliveryState.KEPT && !production ? delivery : delivery.withoutLink();
        };
    }
}
