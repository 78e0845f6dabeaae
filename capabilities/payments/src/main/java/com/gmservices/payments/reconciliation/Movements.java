package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.reconciliation.Told.State;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the current tenant's gateways say they have moved. */
@Repository
class Movements {

    private final JdbcClient jdbc;

    Movements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were told before stay as they are. */
    void add(String gateway, List<Movement> told, ZoneId zone) {
        jdbc.sql("""
                insert into payments.movement
                  (tenant_id, id, gateway, reference, kind, key, object, currency, gross, fee, at, day)
                select :tenant, id, :gateway, reference, kind, key, object, currency, gross, fee, at, day
                from unnest(:ids::uuid[], :references, :kinds, :keys::uuid[], :objects, :currencies, :gross, :fees,
                            :times::timestamptz[], :days::date[])
                    as t (id, reference, kind, key, object, currency, gross, fee, at, day)
                on conflict (tenant_id, gateway, reference) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("gateway", gateway)
                .param("ids", texts(told, it -> MovementId.at(it.at())))
                .param("references", texts(told, Movement::reference))
                .param("kinds", texts(told, it -> code(it.kind())))
                .param("keys", texts(told, Movement::key))
                .param("objects", texts(told, Movement::object))
                .param("currencies", texts(told, it -> it.gross().currency()))
                .param("gross", told.stream().map(it -> it.gross().amount()).toArray(Long[]::new))
                .param("fees", told.stream().map(it -> it.fee().amount()).toArray(Long[]::new))
                .param("times", texts(told, Movement::at))
                .param("days", texts(told, it -> LocalDate.ofInstant(it.at(), zone)))
                .update();
    }

    /** Those that nobody has looked at. */
    List<MovementId> unseen(String gateway, int limit) {
        return jdbc.sql("""
                select id from payments.movement
                where tenant_id = ? and gateway = ? and state = 'new' order by id limit ?
                """)
                .params(CurrentTenant.id().value(), gateway, limit)
                .query((row, index) -> new MovementId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Nobody else settles it meanwhile. */
    Told lock(MovementId id) {
        return jdbc.sql("select * from payments.movement where tenant_id = ? and id = ? for update")
                .params(CurrentTenant.id().value(), id.value())
                .query(Movements::toTold)
                .single();
    }

    /** Whether another line says that it is about the same. */
    Optional<MovementId> other(Told told, UUID about) {
        return jdbc.sql("""
                select id from payments.movement where tenant_id = ? and kind = ? and about = ? and id <> ?
                """)
                .params(
                        CurrentTenant.id().value(),
                        code(told.movement().kind()),
                        about,
                        told.id().value())
                .query((row, index) -> new MovementId(row.getObject("id", UUID.class)))
                .optional();
    }

    void know(MovementId id, State state, @Nullable Ours about) {
        jdbc.sql("""
                update payments.movement set state = :state, about = :about, payment = :payment
                where tenant_id = :tenant and id = :id
                """)
                .param("state", state.code())
                .param("about", about == null ? null : about.id())
                .param("payment", about == null ? null : about.payment())
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .update();
    }

    /** A kind of movement in one currency on one day. */
    record Sum(String gateway, Kind kind, int count, int known, Money gross, Money fee) {

        public String code() {
            return Movements.code(kind);
        }
    }

    List<Sum> sums(LocalDate day) {
        return jdbc.sql("""
                select gateway, kind, currency, count(*) as count, count(*) filter (where state = 'known') as known,
                  sum(gross)::bigint as gross, sum(fee)::bigint as fee
                from payments.movement where tenant_id = ? and day = ?
                group by gateway, kind, currency
                order by gateway, array_position(array['charge', 'refund', 'dispute', 'dispute_won', 'fee', 'payout'], kind),
                  currency
                """)
                .params(CurrentTenant.id().value(), day)
                .query((row, index) -> new Sum(
                        row.getString("gateway"),
                        kind(row.getString("kind")),
                        row.getInt("count"),
                        row.getInt("known"),
                        Money.of(row.getLong("gross"), row.getString("currency")),
                        Money.of(row.getLong("fee"), row.getString("currency"))))
                .list();
    }

    /** Of one day, the newest first. */
    Page<Told> of(LocalDate day, Cursor cursor, int limit) {
        List<Told> rows = jdbc.sql("""
                select * from payments.movement where tenant_id = ? and day = ? and id < ? order by id desc limit ?
                """)
                .params(CurrentTenant.id().value(), day, cursor.after(), limit + 1)
                .query(Movements::toTold)
                .list();
        return Page.of(rows, limit, told -> told.id().value());
    }

    private static Told toTold(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        return new Told(
                new MovementId(row.getObject("id", UUID.class)),
                row.getString("gateway"),
                new Movement(
                        row.getString("reference"),
                        kind(row.getString("kind")),
                        row.getObject("key", UUID.class),
                        row.getString("object"),
                        Money.of(row.getLong("gross"), currency),
                        Money.of(row.getLong("fee"), currency),
                        row.getObject("at", OffsetDateTime.class).toInstant()),
                row.getObject("day", LocalDate.class),
                State.of(row.getString("state")),
                row.getObject("about", UUID.class),
                row.getObject("payment", UUID.class));
    }

    static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Kind kind(String code) {
        return Kind.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static String[] texts(List<Movement> told, Function<Movement, @Nullable Object> part) {
        return told.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
