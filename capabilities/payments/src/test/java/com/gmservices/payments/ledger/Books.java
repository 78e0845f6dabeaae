package com.gmservices.payments.ledger;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What an auditor recounts from the postings alone. */
@Transactional(readOnly = true)
public class Books {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Ledger ledger;

    Books(JdbcClient jdbc, Accounts accounts, Ledger ledger) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    public long balance(String address, String currency) {
        return accounts.find(Account.at(address), currency)
                .map(it -> it.balance().amount())
                .orElse(0L);
    }

    @Transactional
    public void reverse(CurrentMember admin, UUID source) {
        var bookkeeper = new CurrentMember(
                admin.tenant(), admin.id(), null, admin.name(), admin.roles(), Set.of("correct:ledger"));
        ledger.reverse(
                bookkeeper, ledger.find(Fact.Type.CHARGE, source).orElseThrow().id(), "It was wrong");
    }

    public long entries() {
        return jdbc.sql("select count(*) from payments.ledger_entry where tenant_id = ?")
                .param(CurrentTenant.id().value())
                .query(Long.class)
                .single();
    }

    /** Accounts whose balance, count or last line is not what their postings come to; also days and currencies. */
    public long faults() {
        return jdbc.sql("""
                with side as (
                    select debit as address, currency, amount, debit_number as number, debit_balance as balance
                    from payments.ledger_posting where tenant_id = :tenant
                    union all
                    select credit, currency, -amount, credit_number, credit_balance
                    from payments.ledger_posting where tenant_id = :tenant),
                run as (
                    select *, sum(amount) over (partition by address, currency order by number) as counted,
                           row_number() over (partition by address, currency order by number) as place
                    from side),
                day as (
                    select heading, currency, sum(debits - credits) as balance
                    from payments.ledger_day where tenant_id = :tenant group by heading, currency),
                heading as (
                    select heading, currency, sum(debits - credits) as balance
                    from payments.ledger_account where tenant_id = :tenant group by heading, currency)
                select (select count(*) from run where counted <> balance or place <> number)
                     + (select count(*) from payments.ledger_account a where tenant_id = :tenant
                        and (debits - credits, postings) is distinct from
                            (select (sum(amount)::bigint, count(*)) from side
                             where side.address = a.address and side.currency = a.currency))
                     + (select count(*) from day full join heading using (heading, currency)
                        where day.balance is distinct from heading.balance)
                     + (select count(*) from (select currency from payments.ledger_account where tenant_id = :tenant
                        group by currency having sum(debits - credits) <> 0) unbalanced)
                """)
                .param("tenant", CurrentTenant.id().value())
                .query(Long.class)
                .single();
    }
}
