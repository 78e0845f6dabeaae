package com.gmservices.finance;

import com.gmservices.database.Ids;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The book of payment plans with every instalment of theirs. Writing the same twice is writing it once. */
@Repository
class PaymentPlans {

    private final JdbcClient jdbc;
    private final Progress progress;

    PaymentPlans(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    void open(Work work, PaymentPlan plan) {
        insert(work, plan);
        plan.schedule(work.currency()).forEach(instalment -> insert(work.request(), instalment));
    }

    /** Since when there is a plan over the same debt of this customer that is not settled. */
    Optional<LocalDate> openSince(MemberId customer, String reference, ZoneId zone) {
        Optional<OffsetDateTime> opened = jdbc.sql("""
                select opened_at from finance.payment_plan
                where tenant_id = :tenant and customer_id = :customer and upper(reference) = upper(:reference)
                  and stage not in ('settled', 'declined', 'cancelled')
                order by opened_at desc
                limit 1
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("customer", customer.value())
                .param("reference", reference)
                .query((row, index) -> row.getObject("opened_at", OffsetDateTime.class))
                .optional();
        return Progress.day(opened, zone);
    }

    private void insert(Work work, PaymentPlan plan) {
        jdbc.sql("""
                insert into finance.payment_plan
                    (tenant_id, id, customer_id, debt, reference, owed_to, currency, amount, down_payment, instalments,
                     frequency, stage, opened_at, stage_since)
                values (:tenant, :id, :customer, :debt, :reference, :owedTo, :currency, :amount, :down, :instalments,
                        :frequency, 'proposed', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("customer", work.customer().value())
                .param("debt", Progress.code(plan.debt()))
                .param("reference", plan.reference())
                .param("owedTo", plan.owedTo())
                .param("currency", work.currency().getCurrencyCode())
                .param("amount", plan.owed(work.currency()).amount())
                .param("down", plan.down(work.currency()).amount())
                .param("instalments", plan.instalments())
                .param("frequency", Progress.code(plan.frequency()))
                .param("now", progress.now())
                .update();
    }

    private void insert(RequestId plan, Instalment instalment) {
        jdbc.sql("""
                insert into finance.instalment (tenant_id, id, payment_plan_id, number, due_on, amount)
                values (:tenant, :id, :plan, :number, :due, :amount)
                on conflict (tenant_id, payment_plan_id, number) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", Ids.next())
                .param("plan", plan.value())
                .param("number", instalment.number())
                .param("due", instalment.due())
                .param("amount", instalment.amount().amount())
                .update();
    }
}
