package com.gmservices.billing;

import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the current tenant's invoices. */
@Repository
class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(PaperId invoice, LocalDate dueOn, Money total) {
        jdbc.sql("insert into billing.standing (tenant_id, invoice, due_on, total, currency) values (?, ?, ?, ?, ?)")
                .params(
                        CurrentTenant.id().value(),
                        invoice.value(),
                        dueOn,
                        total.amount(),
                        total.currency().getCurrencyCode())
                .update();
    }

    void pay(PaperId invoice, Money paid) {
        jdbc.sql("update billing.standing set paid = ? where tenant_id = ? and invoice = ?")
                .params(paid.amount(), CurrentTenant.id().value(), invoice.value())
                .update();
    }

    /** False when that is more than is left of it, whoever credits at the same time. */
    boolean credit(PaperId invoice, Money amount) {
        return jdbc.sql("""
                update billing.standing set credited = credited + :amount
                where tenant_id = :tenant and invoice = :invoice and credited + :amount <= total
                """)
                        .param("amount", amount.amount())
                        .param("tenant", CurrentTenant.id().value())
                        .param("invoice", invoice.value())
                        .update()
                == 1;
    }

    /** False when somebody else has just done so. */
    boolean remind(PaperId invoice, int soFar) {
        return jdbc.sql("""
                update billing.standing set reminders = reminders + 1
                where tenant_id = ? and invoice = ? and reminders = ? and open
                """)
                        .params(CurrentTenant.id().value(), invoice.value(), soFar)
                        .update()
                == 1;
    }

    Optional<Standing> find(Paper invoice) {
        return Optional.ofNullable(find(List.of(invoice)).get(invoice.id()));
    }

    Map<PaperId, Standing> find(Collection<Paper> invoices) {
        var standings = new HashMap<PaperId, Standing>();
        jdbc.sql("select * from billing.standing where tenant_id = ? and invoice = any (?)")
                .params(
                        CurrentTenant.id().value(),
                        invoices.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .query((row, index) ->
                        standings.put(new PaperId(row.getObject("invoice", UUID.class)), toStanding(row)))
                .list();
        return standings;
    }

    /** Invoices to be reminded of for the first time, or once more. */
    List<PaperId> overdue(LocalDate dueBefore, int reminders, int limit) {
        return jdbc.sql("""
                select invoice from billing.standing
                where tenant_id = ? and open and due_on < ? and reminders = ? order by due_on limit ?
                """)
                .params(CurrentTenant.id().value(), dueBefore, reminders, limit)
                .query((row, index) -> new PaperId(row.getObject("invoice", UUID.class)))
                .list();
    }

    private static Standing toStanding(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Standing(
                new Money(row.getLong("total"), currency),
                new Money(row.getLong("paid"), currency),
                new Money(row.getLong("credited"), currency),
                row.getInt("reminders"));
    }
}
