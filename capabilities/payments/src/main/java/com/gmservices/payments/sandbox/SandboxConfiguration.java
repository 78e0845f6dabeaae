package com.gmservices.payments.sandbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.Deployment;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    @Bean
    SealedColumn sandboxSecrets(JdbcClient jdbc, Vault vault) {
        return SandboxSecrets.column(jdbc, vault);
    }

    @Bean
    RecurringTask<Void> sandboxPost(SandboxPost post) {
        return Tasks.recurring("sandbox-post", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> post.sendDue());
    }

    @Bean
    @Conditional(ForTrying.class)
    MenuEntry sandboxEntry() {
        return new MenuEntry(Menu.ADMINISTRATION, "sandbox.title", "/sandbox", "tools", "try:sandbox", 98);
    }

    @Bean
    Grants sandboxGrants() {
        return Grants.to(Role.ADMIN, "try:sandbox");
    }

    static final class ForTrying implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !Deployment.of(context.getEnvironment()).isProduction();
        }
    }
}
