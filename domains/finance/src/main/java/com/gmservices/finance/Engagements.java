package com.gmservices.finance;

import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The book of consulting engagements, a line per request. Writing the same twice is writing it once. */
@Repository
class Engagements {

    private final JdbcClient jdbc;
    private final Progress progress;

    Engagements(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    void open(Work work, FinancialConsulting talk) {
        jdbc.sql("""
                insert into finance.engagement
                    (tenant_id, id, customer_id, topic, channel, stage, opened_at, stage_since)
                values (:tenant, :id, :customer, :topic, :channel, 'enquiry', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("customer", work.customer().value())
                .param("topic", Progress.code(talk.topic()))
                .param("channel", Progress.code(talk.channel()))
                .param("now", progress.now())
                .update();
    }
}
