package com.gmservices.notifications.delivery;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.Carriers;
import com.gmservices.notifications.mail.MailMessage;
import com.gmservices.notifications.push.PushMessage;
import com.gmservices.notifications.push.PushSubscriptions;
import com.gmservices.notifications.sms.TextMessage;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Postmen with carriers of a test's choice, and a look at what lies in the post. */
class Post {

    private final DeliveryRows rows;
    private final Scruples scruples;
    private final Stationery stationery;
    private final SmsPurse purse;
    private final DeadAddresses dead;
    private final PushSubscriptions subscriptions;
    private final Links links;
    private final JsonMapper json;
    private final JdbcClient platform;

    Post(
            DeliveryRows rows,
            Scruples scruples,
            Stationery stationery,
            SmsPurse purse,
            DeadAddresses dead,
            PushSubscriptions subscriptions,
            Links links,
            JsonMapper json,
            @PlatformDatabase JdbcClient platform) {
        this.rows = rows;
        this.scruples = scruples;
        this.stationery = stationery;
        this.purse = purse;
        this.dead = dead;
        this.subscriptions = subscriptions;
        this.links = links;
        this.json = json;
        this.platform = platform;
    }

    Postman man(List<? extends Carrier<MailMessage>> mail, Clock time) {
        return man(mail, List.of(), List.of(), time);
    }

    Postman man(
            List<? extends Carrier<MailMessage>> mail,
            List<? extends Carrier<TextMessage>> sms,
            List<? extends Carrier<PushMessage>> push,
            Clock time) {
        var meters = new SimpleMeterRegistry();
        var couriers = new Couriers(
                new Carriers<>("mail", mail, meters, time),
                new Carriers<>("sms", sms, meters, time),
                new Carriers<>("push", push, meters, time));
        return new Postman(
                rows,
                scruples,
                stationery,
                purse,
                new Dispatch(couriers, subscriptions, links, json),
                dead,
                couriers,
                time);
    }

    /** Of all tenants and accounts, whatever became of it. */
    Delivery newest(Channel channel) {
        return platform.sql("""
                select * from (
                    select %s from notifications.delivery d left join notifications.notice n
                        on n.tenant_id = d.tenant_id and n.id = d.notice_id where d.channel = :channel
                    union all (select %s from notifications.account_mail d where :channel = 'mail')) d
                order by created_at desc, id desc limit 1
                """.formatted(DeliveryRows.OF_TENANT, DeliveryRows.OF_ACCOUNT))
                .param("channel", channel.code())
                .query(Delivery::from)
                .single();
    }

    /** Of one tenant. */
    Delivery newest(Channel channel, TenantId tenant) {
        return platform.sql("""
                select %s from notifications.delivery d left join notifications.notice n
                    on n.tenant_id = d.tenant_id and n.id = d.notice_id
                where d.tenant_id = :tenant and d.channel = :channel and d.notice_id is not null
                order by d.id desc limit 1
                """.formatted(DeliveryRows.OF_TENANT))
                .param("tenant", tenant.value())
                .param("channel", channel.code())
                .query(Delivery::from)
                .single();
    }

    DeliveryId digest(TenantId tenant) {
        return platform.sql("select id from notifications.delivery where tenant_id = ? and notice_id is null")
                .param(tenant.value())
                .query((row, index) -> new DeliveryId.OfTenant(tenant, row.getObject("id", UUID.class)))
                .single();
    }
}
