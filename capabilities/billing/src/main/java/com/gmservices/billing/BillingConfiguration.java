package com.gmservices.billing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.Migration;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BillingConfiguration {

    @Bean
    Migration billingMigration() {
        return Migration.of("billing");
    }

    @Bean
    RecurringTask<Void> overdueInvoices(OverdueInvoices overdue) {
        return Tasks.recurring("overdue-invoices", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> overdue.remind());
    }

    @Bean
    MenuEntry invoicesEntry() {
        return new MenuEntry(Menu.STAFF, "billing.title", "/invoices", "receipt", "issue:invoices", 55);
    }

    @Bean
    Grants billingGrants() {
        return Grants.to(Role.CUSTOMER, "read:invoices")
                .and(Role.STAFF, "read:invoices", "issue:invoices")
                .and(Role.ADMIN, "read:invoices", "issue:invoices", "credit:invoices", "export:invoices");
    }
}
