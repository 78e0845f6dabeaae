package com.gmservices.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.Migration;
import com.gmservices.database.PlatformDatabase;
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
class AuditConfiguration {

    @Bean
    Migration auditMigration() {
        return Migration.of("audit");
    }

    @Bean
    Chained trail() {
        return Entries.CHAIN;
    }

    @Bean
    Grants auditGrants() {
        return Grants.to(Role.ADMIN, "read:audit");
    }

    @Bean
    SealedColumn chainKeys(@PlatformDatabase JdbcClient platform, Vault vault) {
        return SealedColumn.ofPlatform(platform, vault, "audit.chain_key", "id", "key");
    }

    @Bean
    RecurringTask<Void> sealTrails(ObjectProvider<Seals> seals) {
        return Tasks.recurring("seal-trails", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((task, context) -> seals.getObject().sealAll());
    }
}
