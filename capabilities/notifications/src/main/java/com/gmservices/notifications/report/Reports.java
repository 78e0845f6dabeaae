package com.gmservices.notifications.report;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.gmservices.database.Ids;
import com.gmservices.notifications.delivery.DeadAddresses;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.delivery.DeliveryRows;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what carriers report as it came, with the job that works it, so that they are answered at once; forgets it when
 * it is worked, for it is full of addresses. The same report twice does what it does once.
 */
@Service
class Reports {

    static final TaskDescriptor<Void> WORK = TaskDescriptor.of("delivery-report");

    private final JdbcClient jdbc;
    private final ObjectProvider<SchedulerClient> jobs;
    private final SendGridReports sendGrid;
    private final SesReports ses;
    private final TwilioReports twilio;
    private final DeliveryRows rows;
    private final DeadAddresses dead;
    private final TransactionTemplate transactions;
    private final Clock clock;

    private record Report(Source source, String body) {}

    Reports(
            JdbcClient jdbc,
            ObjectProvider<SchedulerClient> jobs,
            SendGridReports sendGrid,
            SesReports ses,
            TwilioReports twilio,
            DeliveryRows rows,
            DeadAddresses dead,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.sendGrid = sendGrid;
        this.ses = ses;
        this.twilio = twilio;
        this.rows = rows;
        this.dead = dead;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** PostgreSQL takes no NUL, which no carrier sends. */
    @Transactional
    public UUID keep(Source source, byte[] body) {
        UUID id = Ids.next();
        jdbc.sql("insert into notifications.report (id, source, body, received_at) values (?, ?, ?, ?)")
                .params(
                        id,
                        source.code(),
                        new String(body, StandardCharsets.UTF_8).replace("\0", ""),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jobs.getObject()
                .scheduleIfNotExists(
                        SchedulableInstance.of(WORK.instance(id.toString()).build(), clock.instant()));
        return id;
    }

    void work(UUID id) {
        find(id).ifPresent(report -> news(report).forEach(this::tell));
        jdbc.sql("delete from notifications.report where id = ?").param(id).update();
    }

    private Optional<Report> find(UUID id) {
        return jdbc.sql("select source, body from notifications.report where id = ?")
                .param(id)
                .query((row, index) -> new Report(Source.of(row.getString("source")), row.getString("body")))
                .optional();
    }

    private List<News> news(Report report) {
        return switch (report.source) {
            case SENDGRID -> sendGrid.read(report.body);
            case SES -> ses.read(report.body);
            case TWILIO -> twilio.read(report.body);
        };
    }

    private void tell(News news) {
        switch (news.delivery()) {
            case OfTenant(TenantId tenant, UUID _) -> CurrentTenant.run(tenant, () -> apply(news));
            case OfAccount _ -> apply(news);
        }
    }

    private void apply(News news) {
        transactions.executeWithoutResult(status -> rows.report(
                        news.delivery(), news.state(), news.detail(), clock.instant())
                .ifPresent(delivery -> {
                    if (news.dead() != null) {
                        dead.found(delivery, news.dead(), news.detail() == null ? "" : news.detail());
                    }
                }));
    }
}
