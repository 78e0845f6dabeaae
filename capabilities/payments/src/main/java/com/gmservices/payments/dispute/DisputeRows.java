package com.gmservices.payments.dispute;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The disputes of the current tenant. */
@Repository
class DisputeRows {

    private static final String SELECT = "select * from payments.dispute where tenant_id = :tenant and ";

    private final JdbcClient jdbc;

    DisputeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the gateway's name for it is written already; waits for whoever is about to write it. */
    boolean add(Dispute dispute) {
        return jdbc.sql("""
                insert into payments.dispute (tenant_id, id, payment, attempt, gateway, reference, currency, amount,
                  reason, stage, due_by, held, look_at, opened_at)
                values (:tenant, :id, :payment, :attempt, :gateway, :reference, :currency, :amount, :reason, :stage,
                  :dueBy, :held, :lookAt, :openedAt)
                on conflict do nothing
                """)
                        .param("tenant", dispute.tenant().value())
                        .param("id", dispute.id().value())
                        .param("payment", dispute.payment())
                        .param("attempt", dispute.attempt())
                        .param("gateway", dispute.gateway())
                        .param("reference", dispute.reference())
                        .param("currency", dispute.amount().currency().getCurrencyCode())
                        .param("amount", dispute.amount().amount())
                        .param("reason", dispute.reason())
                        .param("stage", dispute.stage().code())
                        .param("dueBy", utc(dispute.dueBy()))
                        .param("held", dispute.held())
                        .param("lookAt", utc(dispute.lookAt(dispute.openedAt())))
                        .param("openedAt", utc(dispute.openedAt()))
                        .update()
                == 1;
    }

    /** False when it was moved by somebody else since it was read. */
    boolean replace(Dispute dispute, Instant now) {
        return jdbc.sql("""
                update payments.dispute
                set reason = :reason, stage = :stage, due_by = :dueBy, held = :held, decided_at = :decidedAt, look_at = :lookAt,
                    revision = :revision
                where tenant_id = :tenant and id = :id and revision = :revision - 1
                """)
                        .param("reason", dispute.reason())
                        .param("stage", dispute.stage().code())
                        .param("dueBy", utc(dispute.dueBy()))
                        .param("held", dispute.held())
                        .param("decidedAt", utc(dispute.decidedAt()))
                        .param("lookAt", utc(dispute.lookAt(now)))
                        .param("revision", dispute.revision())
                        .param("tenant", dispute.tenant().value())
                        .param("id", dispute.id().value())
                        .update()
                == 1;
    }

    /** Who is about to answer it has it alone, at its next revision. Empty when there is none. */
    Optional<Dispute> lock(DisputeId id) {
        return jdbc.sql("""
                update payments.dispute set revision = revision + 1 where tenant_id = :tenant and id = :id returning *
                """)
                .param("tenant", tenant())
                .param("id", id.value())
                .query(DisputeRows::toDispute)
                .optional();
    }

    void draft(DisputeId id, @Nullable String text) {
        jdbc.sql("update payments.dispute set draft = :draft where tenant_id = :tenant and id = :id")
                .param("draft", text)
                .param("tenant", tenant())
                .param("id", id.value())
                .update();
    }

    /** True for one of those who found it due. */
    boolean claim(Dispute dispute, Instant now) {
        return jdbc.sql("""
                update payments.dispute set looks = looks + 1, look_at = :next
                where tenant_id = :tenant and id = :id and looks = :seen and look_at is not null
                """)
                        .param("next", utc(dispute.lookAt(now)))
                        .param("tenant", tenant())
                        .param("id", dispute.id().value())
                        .param("seen", dispute.looks())
                        .update()
                == 1;
    }

    List<Dispute> due(Instant now, int limit) {
        return jdbc.sql(SELECT + "look_at <= :now order by look_at limit :limit")
                .param("tenant", tenant())
                .param("now", utc(now))
                .param("limit", limit)
                .query(DisputeRows::toDispute)
                .list();
    }

    Optional<Dispute> find(DisputeId id) {
        return jdbc.sql(SELECT + "id = :id")
                .param("tenant", tenant())
                .param("id", id.value())
                .query(DisputeRows::toDispute)
                .optional();
    }

    Optional<Dispute> find(String gateway, String reference) {
        return jdbc.sql(SELECT + "gateway = :gateway and reference = :reference")
                .param("tenant", tenant())
                .param("gateway", gateway)
                .param("reference", reference)
                .query(DisputeRows::toDispute)
                .optional();
    }

    /** The newest first. */
    List<Dispute> of(UUID payment) {
        return jdbc.sql(SELECT + "payment = :payment order by id desc")
                .param("tenant", tenant())
                .param("payment", payment)
                .query(DisputeRows::toDispute)
                .list();
    }

    /** What a gateway holds back of a payment, until it is decided or for good. */
    Money takenBack(UUID payment, Currency currency) {
        return jdbc.sql("""
                select coalesce(sum(amount), 0) from payments.dispute
                where tenant_id = :tenant and payment = :payment and currency = :currency and held
                  and stage <> 'won'
                """)
                .param("tenant", tenant())
                .param("payment", payment)
                .param("currency", currency.getCurrencyCode())
                .query((row, index) -> new Money(row.getLong(1), currency))
                .single();
    }

    /** Those that wait for an answer first, by the time that is left for it. */
    List<Dispute> open(int limit) {
        return jdbc.sql(SELECT
                        + "look_at is not null order by stage <> 'needs_response', due_by nulls last, id limit :limit")
                .param("tenant", tenant())
                .param("limit", limit)
                .query(DisputeRows::toDispute)
                .list();
    }

    /** The newest first. */
    Page<Dispute> decided(Cursor cursor, int limit) {
        return page(SELECT + "look_at is null and id < :after order by id desc limit :limit", null, cursor, limit);
    }

    /** The newest first. */
    Page<Dispute> list(@Nullable DisputeStage stage, Cursor cursor, int limit) {
        return page(
                SELECT + "id < :after " + (stage == null ? "" : "and stage = :stage ")
                        + "order by id desc limit :limit",
                stage,
                cursor,
                limit);
    }

    private Page<Dispute> page(String sql, @Nullable DisputeStage stage, Cursor cursor, int limit) {
        List<Dispute> rows = jdbc.sql(sql)
                .param("tenant", tenant())
                .param("after", cursor.after())
                .param("stage", stage == null ? null : stage.code())
                .param("limit", limit + 1)
                .query(DisputeRows::toDispute)
                .list();
        return Page.of(rows, limit, dispute -> dispute.id().value());
    }

    private static Dispute toDispute(ResultSet row, int index) throws SQLException {
        return new Dispute(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new DisputeId(row.getObject("id", UUID.class)),
                row.getObject("payment", UUID.class),
                row.getObject("attempt", UUID.class),
                row.getString("gateway"),
                row.getString("reference"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                DisputeStage.of(row.getString("stage")),
                instant(row, "due_by"),
                row.getString("draft"),
                row.getBoolean("held"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "decided_at"),
                row.getInt("looks"),
                row.getInt("revision"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static UUID tenant() {
        return CurrentTenant.id().value();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
