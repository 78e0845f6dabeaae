package com.gmservices.insights;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenancyEvent.TenantChanged;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.TenantTask;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what was counted of the last moments short, and counts anew when a business moves to another zone. */
@Configuration(proxyBeanMethods = false)
class CountingJobs {

    static final TaskDescriptor<Again> RECOUNT = TaskDescriptor.of("recount", Again.class);

    private static final int AT_ONCE = 10_000;

    /** Every node has heard of the new zone by then. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    CountingJobs(ObjectProvider<SchedulerClient> jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    record Again(TenantId tenant) implements TenantTask {}

    @Bean
    static RecurringTask<Void> foldCounts(
            @PlatformDatabase JdbcClient platform, ObjectProvider<Counts> counts, TransactionTemplate transactions) {
        return Tasks.recurring("fold-counts", FixedDelay.of(Duration.ofSeconds(15)))
                .execute((task, context) -> tenantsWithTallies(platform)
                        .forEach(tenant -> CurrentTenant.run(tenant, () -> fold(counts.getObject(), transactions))));
    }

    @Bean
    static OneTimeTask<Again> recount(ObjectProvider<Recount> recount, Zones zones, Tenants tenants) {
        return Tasks.oneTime(RECOUNT).execute((task, context) -> {
            if (!zones.find().equals(Optional.of(tenants.current().timeZone()))) {
                recount.getObject().run();
            }
        });
    }

    @EventListener
    void on(TenantChanged event) {
        jobs.ifAvailable(client ->
                client.scheduleIfNotExists(RECOUNT.instance(event.tenant().toString())
                        .data(new Again(event.tenant()))
                        .scheduledTo(clock.instant().plus(SOON))));
    }

    static void fold(Counts counts, TransactionTemplate transactions) {
        Integer folded;
        do {
            folded = transactions.execute(status -> counts.fold(AT_ONCE));
        } while (folded != null && folded == AT_ONCE);
    }

    private static List<TenantId> tenantsWithTallies(JdbcClient platform) {
        return platform.sql("select distinct tenant_id from insights.tally")
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }
}
