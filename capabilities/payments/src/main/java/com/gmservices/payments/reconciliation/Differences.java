package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.reconciliation.Difference.Kind;
import com.gmservices.payments.reconciliation.Difference.Status;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The worklist of the current tenant. */
@Repository
class Differences {

    private final JdbcClient jdbc;

    Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of them a list shows; null leaves a column open. */
    record Filter(@Nullable Status status, @Nullable String gateway) {

        static final Filter OPEN = new Filter(Status.OPEN, null);
    }

    /** What was found before is not found again, even if somebody has resolved it since. */
    void open(Difference difference) {
        jdbc.sql("""
                insert into payments.difference (tenant_id, id, gateway, day, kind, subject, movement, about, payment,
                  theirs, theirs_currency, ours, ours_currency, found_at)
                values (:tenant, :id, :gateway, :day, :kind, :subject, :movement, :about, :payment,
                  :theirs, :theirsCurrency, :ours, :oursCurrency, :now)
                on conflict (tenant_id, kind, subject) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", difference.id().value())
                .param("gateway", difference.gateway())
                .param("day", difference.day())
                .param("kind", difference.kind().code())
                .param("subject", difference.subject())
                .param("movement", part(difference.movement(), MovementId::value))
                .param("about", difference.about())
                .param("payment", difference.payment())
                .param("theirs", part(difference.theirs(), Money::amount))
                .param(
                        "theirsCurrency",
                        part(difference.theirs(), it -> it.currency().getCurrencyCode()))
                .param("ours", part(difference.ours(), Money::amount))
                .param(
                        "oursCurrency",
                        part(difference.ours(), it -> it.currency().getCurrencyCode()))
                .param("now", utc(difference.foundAt()))
                .update();
    }

    /** All that was wrong with a line, but for what still is. */
    void vanish(MovementId movement, @Nullable Kind still, Instant now) {
        jdbc.sql("""
                update payments.difference set status = 'vanished', closed_at = :now, revision = revision + 1
                where tenant_id = :tenant and movement = :movement and status = 'open'
                  and kind is distinct from :still::text
                """)
                .param("now", utc(now))
                .param("tenant", CurrentTenant.id().value())
                .param("movement", movement.value())
                .param("still", part(still, Kind::code))
                .update();
    }

    /** What was missed has come. */
    void found(Ours ours, Instant now) {
        jdbc.sql("""
                update payments.difference set status = 'vanished', closed_at = ?, revision = revision + 1
                where tenant_id = ? and kind in ('missing_charge', 'missing_refund', 'missing_dispute') and subject = ?
                  and status = 'open'
                """).params(utc(now), CurrentTenant.id().value(), ours.id()).update();
    }

    /** False when somebody was quicker, or it has vanished. */
    boolean resolve(DifferenceId id, int revision, String note, MemberId by, Instant now) {
        return jdbc.sql("""
                update payments.difference
                set status = 'resolved', note = ?, resolved_by = ?, closed_at = ?, revision = revision + 1
                where tenant_id = ? and id = ? and status = 'open' and revision = ?
                """)
                        .params(note, by.value(), utc(now), CurrentTenant.id().value(), id.value(), revision)
                        .update()
                == 1;
    }

    /** How many are open of which nobody was told; from now on they were. None if others were told of since then. */
    int tell(String gateway, Instant since, Instant now) {
        return jdbc.sql("""
                update payments.difference set told_at = :now
                where tenant_id = :tenant and gateway = :gateway and status = 'open' and told_at is null
                  and not exists (select from payments.difference told where told.tenant_id = :tenant
                    and told.gateway = :gateway and told.told_at >= :since)
                """)
                .param("now", utc(now))
                .param("tenant", CurrentTenant.id().value())
                .param("gateway", gateway)
                .param("since", utc(since))
                .update();
    }

    /** Lines of theirs with which something is wrong. */
    List<MovementId> openMovements(String gateway) {
        return jdbc.sql("""
                select distinct movement from payments.difference
                where tenant_id = ? and status = 'open' and gateway = ? and movement is not null
                """)
                .params(CurrentTenant.id().value(), gateway)
                .query((row, index) -> new MovementId(row.getObject("movement", UUID.class)))
                .list();
    }

    Optional<Difference> find(DifferenceId id) {
        return select("d.id = :id order by d.id")
                .param("id", id.value())
                .query(Differences::toDifference)
                .optional();
    }

    /** The newest first. */
    Page<Difference> list(Filter filter, Cursor cursor, int limit) {
        List<Difference> rows = select("d.id < :after %s %s order by d.id desc limit :limit"
                        .formatted(
                                filter.status == null ? "" : "and d.status = :status",
                                filter.gateway == null ? "" : "and d.gateway = :gateway"))
                .param("after", cursor.after())
                .param("status", part(filter.status, Status::code))
                .param("gateway", filter.gateway)
                .param("limit", limit + 1)
                .query(Differences::toDifference)
                .list();
        return Page.of(rows, limit, difference -> difference.id().value());
    }

    /** Those that are open first. */
    List<Difference> of(LocalDate day) {
        return select("d.day = :day order by d.status <> 'open', d.gateway, d.id")
                .param("day", day)
                .query(Differences::toDifference)
                .list();
    }

    private JdbcClient.StatementSpec select(String which) {
        return jdbc.sql("""
                select d.*, m.reference as line from payments.difference d
                left join payments.movement m on m.tenant_id = d.tenant_id and m.id = d.movement
                where d.tenant_id = :tenant and\s""" + which).param("tenant", CurrentTenant.id().value());
    }

    private static Difference toDifference(ResultSet row, int index) throws SQLException {
        UUID movement = row.getObject("movement", UUID.class);
        UUID resolvedBy = row.getObject("resolved_by", UUID.class);
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Difference(
                new DifferenceId(row.getObject("id", UUID.class)),
                row.getString("gateway"),
                row.getObject("day", LocalDate.class),
                Kind.of(row.getString("kind")),
                row.getObject("subject", UUID.class),
                part(movement, MovementId::new),
                row.getString("line"),
                row.getObject("about", UUID.class),
                row.getObject("payment", UUID.class),
                money(row, "theirs"),
                money(row, "ours"),
                Status.of(row.getString("status")),
                row.getString("note"),
                part(resolvedBy, MemberId::new),
                row.getInt("revision"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                part(closed, OffsetDateTime::toInstant));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        String currency = row.getString(column + "_currency");
        return currency == null ? null : Money.of(row.getLong(column), currency);
    }

    private static <T, R> @Nullable R part(@Nullable T value, Function<T, R> part) {
        return value == null ? null : part.apply(value);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
