package com.gmservices.webhooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.gmservices.database.Migration;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NoticeKind.Text;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import com.gmservices.vault.Sealed;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhooksConfiguration {

    @Bean
    Migration webhooksMigration() {
        return Migration.of("webhooks");
    }

    @Bean
    Grants webhooksGrants() {
        return Grants.to(Role.ADMIN, Endpoints.MANAGE);
    }

    /** For those who run the business, who cannot want to be told nothing of it. */
    @Bean
    NoticeKind webhookNews() {
        List<String> receiver = List.of("receiver");
        return NoticeKind.of(
                        Alarms.KIND,
                        90,
                        new Text(Alarms.FAILING, receiver),
                        new Text(Alarms.DISABLED, receiver),
                        new Text(Alarms.GONE, receiver))
                .necessary()
                .forTeam();
    }

    @Bean
    Sealed webhookSecrets(Safe safe) {
        return safe.secrets();
    }

    @Bean
    Sealed earlierWebhookSecrets(Safe safe) {
        return safe.earlierSecrets();
    }

    @Bean
    Sealed webhookHeaders(Safe safe) {
        return safe.headers();
    }

    @Bean
    RecurringTask<Void> webhookWatch(Watch watch) {
        return Tasks.recurring("webhook-watch", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> watch.lookRound());
    }

    @Bean
    RecurringTask<Void> webhookLog(Watch watch) {
        return Tasks.recurring("webhook-log", Schedules.daily(LocalTime.of(3, 10)))
                .execute((task, context) -> watch.forgetWhatIsOld());
    }
}
