package com.gmservices.finance;

import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The book of loan applications, a line per request. Writing the same twice is writing it once. */
@Repository
class LoanApplications {

    private final JdbcClient jdbc;
    private final Progress progress;

    LoanApplications(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    void open(Work work, LoanApplication loan) {
        jdbc.sql("""
                insert into finance.loan_application
                    (tenant_id, id, customer_id, currency, amount, purpose, term_months, employment, employed_since,
                     stage, opened_at, stage_since)
                values (:tenant, :id, :customer, :currency, :amount, :purpose, :term, :employment, :since,
                        'submitted', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("customer", work.customer().value())
                .param("currency", work.currency().getCurrencyCode())
                .param("amount", Amount.of(loan.amount(), work.currency()).amount())
                .param("purpose", Progress.code(loan.purpose()))
                .param("term", loan.termMonths())
                .param("employment", Progress.code(loan.employment().kind()))
                .param("since", loan.employment().since())
                .param("now", progress.now())
                .update();
    }

    /** Since when somebody waits for the answer to an earlier application. */
    Optional<LocalDate> openSince(MemberId customer, ZoneId zone) {
        Optional<OffsetDateTime> opened = jdbc.sql("""
                select opened_at from finance.loan_application
                where tenant_id = :tenant and customer_id = :customer
                  and stage not in ('decided', 'declined', 'withdrawn')
                order by opened_at desc
                limit 1
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("customer", customer.value())
                .query((row, index) -> row.getObject("opened_at", OffsetDateTime.class))
                .optional();
        return Progress.day(opened, zone);
    }
}
