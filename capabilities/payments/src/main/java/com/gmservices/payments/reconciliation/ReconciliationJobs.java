package com.gmservices.payments.reconciliation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.TenantTask;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One job for each business and gateway, every morning or when somebody wants it; never two of them at once. */
@Component
class ReconciliationJobs {

    static final TaskDescriptor<Job> TASK = TaskDescriptor.of("reconcile", Job.class);

    private final JdbcClient platform;
    private final Schedule schedule;
    private final GatewayStatements statements;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Tenants tenants;
    private final Clock clock;

    ReconciliationJobs(
            @PlatformDatabase JdbcClient platform,
            Schedule schedule,
            GatewayStatements statements,
            ObjectProvider<SchedulerClient> jobs,
            Tenants tenants,
            Clock clock) {
        this.platform = platform;
        this.schedule = schedule;
        this.statements = statements;
        this.jobs = jobs;
        this.tenants = tenants;
        this.clock = clock;
    }

    record Job(TenantId tenant, String gateway) implements TenantTask {}

    /** Begins what is due by now. */
    void beginDue() {
        due().stream()
                .filter(job -> statements.gateways().contains(job.gateway))
                .forEach(job -> CurrentTenant.run(job.tenant, () -> begin(job)));
    }

    private void begin(Job job) {
        if (schedule.beginDaily(job.gateway)) {
            hand(job);
        }
    }

    /** @return false when other days are being compared just now: those go on */
    boolean begin(CurrentMember admin, String gateway, LocalDate day) {
        admin.require("resolve:reconciliation");
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenants.current().timeZone());
        if (day.isAfter(today)) {
            throw new ReconciliationRefused.NoSuchDay(today);
        }
        if (!statements.gateways().contains(gateway)) {
            throw new ReconciliationRefused.NotFound("gateway");
        }
        boolean begun = schedule.begin(gateway, day);
        hand(new Job(admin.tenant(), gateway));
        return begun;
    }

    private void hand(Job job) {
        jobs.ifAvailable(client -> client.scheduleIfNotExists(
                TASK.instance(job.tenant + "/" + job.gateway).data(job).scheduledTo(clock.instant())));
    }

    /** Where money was taken or an account is open, and those at which something was left. */
    private List<Job> due() {
        return platform.sql("""
                select tenant_id, gateway from payments.reconciliation where due_at <= :now
                union
                select tenant_id, gateway from (
                    select tenant_id, gateway from payments.gateway_account where enabled
                    union
                    select tenant_id, substr(address, length('clearing:') + 1) from payments.ledger_account
                    where heading = 'clearing') active
                where not exists (select from payments.reconciliation r
                                  where r.tenant_id = active.tenant_id and r.gateway = active.gateway)
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        new Job(new TenantId(row.getObject("tenant_id", UUID.class)), row.getString("gateway")))
                .list();
    }
}
