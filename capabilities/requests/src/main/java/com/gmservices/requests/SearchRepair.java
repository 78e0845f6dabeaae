package com.gmservices.requests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the documents that are missing: those of requests which are older than the search, or which were emptied. */
@Configuration(proxyBeanMethods = false)
class SearchRepair {

    @Bean
    RecurringTask<Void> writeSearchDocuments(@PlatformDatabase JdbcClient platform, ObjectProvider<SearchIndex> index) {
        return Tasks.recurring("write-search-documents", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((task, context) -> unwritten(platform)
                        .forEach(tenant -> CurrentTenant.run(tenant, () -> repair(index.getObject()))));
    }

    private static void repair(SearchIndex index) {
        boolean more = true;
        while (more) {
            more = index.writeMissing();
        }
    }

    private static List<TenantId> unwritten(JdbcClient platform) {
        return platform.sql("select distinct tenant_id from requests.request_search where document is null")
                .query((row, number) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }
}
