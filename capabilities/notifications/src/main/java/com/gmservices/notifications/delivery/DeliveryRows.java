package com.gmservices.notifications.delivery;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.wording.Words;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deliveries on their way, tenants' and accounts' in a table each. Whoever sends one claims it first; who has
 * claimed it may write down what came of it as long as nobody has claimed it since, which the number of attempts tells.
 */
@Repository
@Transactional
public class DeliveryRows {

    /** What a delivery reads of its notice; an account's mail has its words itself. */
    public static final String OF_TENANT = """
            d.tenant_id, d.id, d.channel, d.member_id, d.notice_id, d.recipient, n.kind, n.key, n.arguments,
            n.path as link, null::text as language, n.expires_at, d.state, d.reason, d.due_at, d.attempts, d.carrier,
            d.uncertain, d.detail, d.created_at
            """;

    public static final String OF_ACCOUNT = """
            null::uuid as tenant_id, d.id, 'mail' as channel, null::uuid as member_id, null::uuid as notice_id,
            d.recipient, null::text as kind, d.key, d.arguments, d.link, d.language, null::timestamptz as expires_at,
            d.state, null::text as reason, d.created_at as due_at, d.attempts, d.carrier, d.uncertain, d.detail,
            d.created_at
            """;

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            OfAccount id,
            String recipient,
            Words words,
            @Nullable String link,
            Locale language,
            DeliveryState state,
            Instant now) {
        jdbc.sql("""
                insert into notifications.account_mail
                    (id, recipient, key, arguments, link, language, state, created_at)
                values (:id, :recipient, :key, :arguments, :link, :language, :state, :now)
                """)
                .param("id", id.id())
                .param("recipient", recipient)
                .param("key", words.key())
                .param("arguments", words.arguments().toArray(String[]::new))
                .param("link", link)
                .param("language", language.getLanguage())
                .param("state", state.code())
                .param("now", at(now))
                .update();
    }

    /**
     * Opens a member's digest of that moment, or holds one that is open, so that it does not leave before this
     * transaction has put something into it. False when it has left.
     */
    public boolean open(
            OfTenant bundle, MemberId member, String recipient, DeliveryState state, Instant due, Instant now) {
        return jdbc.sql("""
                insert into notifications.delivery as d
                    (tenant_id, id, member_id, channel, recipient, state, reason, due_at, created_at)
                values (:tenant, :id, :member, :channel, :recipient, :state, :reason, :due, :now)
                on conflict (tenant_id, id) do update set recipient = :recipient
                where d.attempts = 0 and d.state in ('waiting', 'kept')
                """)
                        .param("tenant", bundle.tenant().value())
                        .param("id", bundle.id())
                        .param("member", member.value())
                        .param("channel", Channel.MAIL.code())
                        .param("recipient", recipient)
                        .param("state", state.code())
                        .param("reason", Reason.DIGEST.code())
                        .param("due", at(due))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** One that waits, whoever has it in hands; empty when there is nothing to send. */
    @Transactional(readOnly = true)
    Optional<Delivery> waiting(DeliveryId id) {
        return bind("select %s and d.state = 'waiting'".formatted(selection(id, table(id) + " d")), id)
                .query(Delivery::from)
                .optional();
    }

    /** Nobody else sends it until then; empty when there is nothing to send, or somebody is at it. */
    Optional<Delivery> claim(DeliveryId id, Instant now, Instant until) {
        return bind("""
                        with claimed as (
                            update %s d set attempts = attempts + 1, claimed_until = :until
                            where %s and state = 'waiting' and (claimed_until is null or claimed_until <= :now)
                            returning *)
                        select %s
                        """.formatted(table(id), row(id), selection(id, "claimed d")), id)
                .param("now", at(now))
                .param("until", at(until))
                .query(Delivery::from)
                .optional();
    }

    private static String selection(DeliveryId id, String from) {
        return switch (id) {
            case OfTenant _ ->
                "%s from %s left join notifications.notice n on n.tenant_id = d.tenant_id and n.id = d.notice_id where %s"
                        .formatted(OF_TENANT, from, row(id));
            case OfAccount _ -> "%s from %s where %s".formatted(OF_ACCOUNT, from, row(id));
        };
    }

    /** What a digest gathers, from old to new. */
    @Transactional(readOnly = true)
    public List<Delivery> bundled(OfTenant bundle, int limit) {
        return jdbc.sql("""
                select %s from notifications.delivery d join notifications.notice n
                    on n.tenant_id = d.tenant_id and n.id = d.notice_id
                where d.tenant_id = :tenant and d.bundle = :bundle order by d.id limit :limit
                """.formatted(OF_TENANT))
                .param("tenant", bundle.tenant().value())
                .param("bundle", bundle.id())
                .param("limit", limit)
                .query(Delivery::from)
                .list();
    }

    /** Until when a waiting one is in somebody's hands; empty when there is nothing to wait for. */
    @Transactional(readOnly = true)
    Optional<Instant> claimedUntil(DeliveryId id) {
        return bind(
                        "select claimed_until from %s d where %s and state = 'waiting' and claimed_until is not null"
                                .formatted(table(id), row(id)),
                        id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** False when it was paid for before. */
    boolean pay(Delivery delivery) {
        return change(delivery, "paid = true", "and not paid").update() == 1;
    }

    /** Before a carrier is asked: should we never hear of it again, it is known who may have it. */
    void begin(Delivery delivery, String carrier) {
        change(delivery, "carrier = :carrier, uncertain = true")
                .param("carrier", carrier)
                .update();
    }

    void sent(Delivery delivery, String carrier, @Nullable String reference, @Nullable Integer wording, Instant now) {
        String only = switch (delivery.id()) {
            case OfTenant _ -> ", wording = %s".formatted(wording);
            case OfAccount _ -> ", link = null";
        };
        change(
                        delivery,
                        "state = 'sent', sent_at = :now, detail = null, uncertain = false, carrier = :carrier, reference = :reference"
                                + only)
                .param("carrier", carrier)
                .param("reference", reference)
                .param("now", at(now))
                .update();
    }

    void tryLater(Delivery delivery, String detail, boolean isUncertain) {
        change(delivery, "claimed_until = null, detail = :detail, uncertain = :uncertain")
                .param("detail", detail)
                .param("uncertain", isUncertain)
                .update();
    }

    void failed(Delivery delivery, DeliveryState state, String detail) {
        change(delivery, "state = :state, detail = :detail, uncertain = false")
                .param("state", state.code())
                .param("detail", detail)
                .update();
    }

    /** It was not tried: the time is not right. */
    void postpone(Delivery delivery, Instant due, Reason reason) {
        change(delivery, "due_at = :due, reason = :reason")
                .param("due", at(due))
                .param("reason", reason.code())
                .update();
    }

    void withhold(Delivery delivery, Reason reason) {
        change(delivery, "state = 'withheld', reason = :reason")
                .param("reason", reason.code())
                .update();
    }

    /** For what was written while there was a carrier, when there is none any more. */
    void keep(DeliveryId id) {
        bind("update %s d set state = 'kept' where %s and state = 'waiting'".formatted(table(id), row(id)), id)
                .update();
    }

    /**
     * What a carrier reports afterwards. What is sent can be delivered, bounce or fail; what was delivered can still
     * bounce. One of which nothing was known is thereby known to be on its way.
     */
    public Optional<Delivery> report(DeliveryId id, DeliveryState state, @Nullable String detail, Instant now) {
        return bind("""
                        with told as (
                            update %s d
                            set state = :state, detail = coalesce(:detail, detail), told_at = :now, uncertain = false
                            where %s and (state in ('sent', 'waiting') or (state = 'delivered' and :state = 'bounced'))
                              and (state <> 'waiting' or uncertain)
                            returning *)
                        select %s
                        """.formatted(table(id), row(id), selection(id, "told d")), id)
                .param("state", state.code())
                .param("detail", detail)
                .param("now", at(now))
                .query(Delivery::from)
                .optional();
    }

    private StatementSpec change(Delivery delivery, String values) {
        return change(delivery, values, "");
    }

    private StatementSpec change(Delivery delivery, String values, String only) {
        return bind(
                        "update %s d set %s where %s and state = 'waiting' and attempts = :attempts %s"
                                .formatted(table(delivery.id()), values, row(delivery.id()), only),
                        delivery.id())
                .param("attempts", delivery.attempts());
    }

    private static String table(DeliveryId id) {
        return switch (id) {
            case OfTenant _ -> "notifications.delivery";
            case OfAccount _ -> "notifications.account_mail";
        };
    }

    private static String row(DeliveryId id) {
        return switch (id) {
            case OfTenant _ -> "d.tenant_id = :tenant and d.id = :id";
            case OfAccount _ -> "d.id = :id";
        };
    }

    private StatementSpec bind(String sql, DeliveryId id) {
        StatementSpec statement = jdbc.sql(sql).param("id", id.id());
        return id instanceof OfTenant(var tenant, UUID _) ? statement.param("tenant", tenant.value()) : statement;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
