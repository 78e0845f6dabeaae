package com.gmservices.payments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.Migration;
import com.gmservices.payments.account.BankAccounts;
import com.gmservices.payments.account.GatewayAccounts;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import com.gmservices.webhooks.WebhookExamples;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LookUps.class)
class PaymentsConfiguration {

    @Bean
    Migration paymentsMigration() {
        return Migration.of("payments");
    }

    @Bean
    SealedColumn gatewayCredentials(JdbcClient jdbc, Vault vault) {
        return GatewayAccounts.column(jdbc, vault);
    }

    @Bean
    SealedColumn bankAccountNumbers(JdbcClient jdbc, Vault vault) {
        return BankAccounts.column(jdbc, vault);
    }

    @Bean
    SealedColumn paymentMethodTokens(JdbcClient jdbc, Vault vault) {
        return SavedMethods.column(jdbc, vault);
    }

    @Bean
    RecurringTask<Void> unresolvedPayments(UnresolvedPayments unresolved) {
        return Tasks.recurring("unresolved-payments", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> unresolved.resolve());
    }

    @Bean
    RecurringTask<Void> methodsToForget(Forgetting forgetting) {
        return Tasks.recurring("methods-to-forget", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((task, context) -> forgetting.goOn());
    }

    @Bean
    MenuEntry paymentsEntry() {
        return new MenuEntry(Menu.STAFF, "payments.title", "/payments", "credit-card", "collect:payments", 50);
    }

    @Bean
    MenuEntry methodsEntry() {
        return new MenuEntry(Menu.CUSTOMER, "payments.methods", "/payment-methods", "credit-card", Wallet.PAY, 60);
    }

    @Bean
    WebhookExamples paymentWebhooks() {
        return new WebhookExamples(PaymentExamples.all());
    }

    @Bean
    Grants paymentsGrants() {
        return Grants.to(Role.CUSTOMER, "pay:payments", "read:payments")
                .and(Role.STAFF, "read:payments", "collect:payments", "refund:payments")
                .and(Role.ADMIN, "read:payments", "collect:payments", "refund:payments", "export:payments")
                .and(Role.ADMIN, "manage:gateways");
    }
}
