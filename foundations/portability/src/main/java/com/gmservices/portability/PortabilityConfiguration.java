package com.gmservices.portability;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.Migration;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PortabilityConfiguration {

    @Bean
    Migration portabilityMigration() {
        return Migration.of("portability");
    }

    @Bean
    Grants portabilityGrants() {
        return Grants.to(Role.ADMIN, "export:tenant", "delete:tenant", "export:members", "erase:members");
    }

    @Bean
    SealedColumn transferKeys(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofTenants(jdbc, vault, "portability.transfer", "id", "key");
    }

    @Bean
    SealedColumn partBytes(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofTenants(jdbc, vault, "portability.part", "id", "bytes");
    }

    @Bean
    OneTimeTask<TransferJobs.Work> transferBusiness(ObjectProvider<TransferJobs> jobs) {
        return Tasks.oneTime(TransferJobs.TASK)
                .execute((task, context) -> jobs.getObject().work(task.getData()));
    }

    @Bean
    RecurringTask<Void> tidyTransfers(ObjectProvider<TransferJobs> jobs) {
        return Tasks.recurring("tidy-transfers", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((task, context) -> jobs.getObject().tidy());
    }

    /** What a crash has left undone. */
    @Bean
    RecurringTask<Void> erasePeople(ObjectProvider<Erasures> erasures) {
        return Tasks.recurring("erase-people", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((task, context) -> erasures.getObject().carryOutAll());
    }

    @Bean
    RecurringTask<Void> dissolveBusinesses(ObjectProvider<Dissolution> dissolution) {
        return Tasks.recurring("dissolve-businesses", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> dissolution.getObject().work());
    }
}
