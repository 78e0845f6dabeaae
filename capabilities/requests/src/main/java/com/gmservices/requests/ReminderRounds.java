package com.gmservices.requests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every minute, tenant by tenant: who is to be reminded of something. */
@Configuration(proxyBeanMethods = false)
class ReminderRounds {

    @Bean
    RecurringTask<Void> remindCustomers(
            @PlatformDatabase JdbcClient platform, ObjectProvider<Reminders> reminders, Clock clock) {
        return Tasks.recurring("remind-customers", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((task, context) -> {
                    for (Reminder reminder : Reminder.values()) {
                        tenants(platform, reminder, clock)
                                .forEach(tenant ->
                                        CurrentTenant.run(tenant, () -> all(reminders.getObject(), reminder)));
                    }
                });
    }

    private static void all(Reminders reminders, Reminder reminder) {
        boolean isThereMore = true;
        while (isThereMore) {
            isThereMore = reminders.remind(reminder);
        }
    }

    private static List<TenantId> tenants(JdbcClient platform, Reminder reminder, Clock clock) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return platform.sql("select distinct tenant_id from requests.on_desk where %1$s > ? and %1$s <= ?"
                        .formatted(reminder.column()))
                .params(now.plus(reminder.notLaterThan()), now.plus(reminder.before()))
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }
}
