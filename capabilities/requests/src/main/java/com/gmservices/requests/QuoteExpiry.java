package com.gmservices.requests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every minute, quotes that have run out go back to the business, tenant by tenant. */
@Configuration(proxyBeanMethods = false)
class QuoteExpiry {

    @Bean
    RecurringTask<Void> expireQuotes(
            @PlatformDatabase JdbcClient platform, ObjectProvider<ServiceDesk> desk, Clock clock) {
        return Tasks.recurring("expire-quotes", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((task, context) -> tenantsWithExpiredQuotes(platform, clock)
                        .forEach(tenant ->
                                CurrentTenant.run(tenant, () -> desk.getObject().expireQuotes())));
    }

    private static List<TenantId> tenantsWithExpiredQuotes(JdbcClient platform, Clock clock) {
        return platform.sql("""
                select distinct tenant_id from requests.on_desk where status = 'quoted' and quote_until <= ?
                """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }
}
