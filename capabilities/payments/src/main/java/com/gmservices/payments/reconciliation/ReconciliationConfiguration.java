package com.gmservices.payments.reconciliation;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NoticeKind.Text;
import com.gmservices.payments.reconciliation.ReconciliationJobs.Job;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationConfiguration {

    @Bean
    RecurringTask<Void> reconciliationsDue(ReconciliationJobs jobs) {
        return Tasks.recurring("reconciliations-due", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> jobs.beginDue());
    }

    @Bean
    OneTimeTask<Job> reconcile(Reconciler reconciler) {
        return Tasks.oneTime(ReconciliationJobs.TASK)
                .execute((task, context) -> reconciler.run(task.getData().gateway()));
    }

    @Bean
    MenuEntry reconciliationEntry() {
        return new MenuEntry(
                Menu.ADMINISTRATION, "reconciliation", "/reconciliation", "check", "read:reconciliation", 41);
    }

    @Bean
    MenuEntry payoutsEntry() {
        return new MenuEntry(Menu.ADMINISTRATION, "payouts", "/payouts", "building", "read:ledger", 42);
    }

    @Bean
    NoticeKind differenceNews() {
        return NoticeKind.of(
                        DifferenceNotices.KIND, 67, new Text(DifferenceNotices.FOUND, List.of("gateway", "number")))
                .forTeam();
    }

    @Bean
    Grants reconciliationGrants() {
        return Grants.to(Role.ADMIN, "read:reconciliation", "resolve:reconciliation");
    }
}
