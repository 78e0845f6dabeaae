package com.gmservices.finance;

import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The book of credit assessments, a line per request. Writing the same twice is writing it once. */
@Repository
class CreditAssessments {

    private final JdbcClient jdbc;
    private final Progress progress;

    CreditAssessments(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    void open(Work work, CreditAssessment assessment) {
        jdbc.sql("""
                insert into finance.credit_assessment
                    (tenant_id, id, customer_id, subject, subject_name, purpose, period, currency, amount,
                     needed_by, stage, opened_at, stage_since)
                values (:tenant, :id, :customer, :subject, :name, :purpose, :period, :currency, :amount,
                        :needed, 'requested', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("customer", work.customer().value())
                .param("subject", Progress.code(assessment.subject()))
                .param("name", assessment.subjectName())
                .param("purpose", Progress.code(assessment.purpose()))
                .param("period", Progress.code(assessment.period()))
                .param("currency", work.currency().getCurrencyCode())
                .param("amount", minor(assessment.amount(), work))
                .param("needed", assessment.neededBy())
                .param("now", progress.now())
                .update();
    }

    private static @Nullable Long minor(@Nullable BigDecimal amount, Work work) {
        return amount == null ? null : Amount.of(amount, work.currency()).amount();
    }
}
