package com.gmservices.notifications;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.gmservices.database.Deployment;
import com.gmservices.database.Migration;
import com.gmservices.tenancy.Links;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(NotificationsConfiguration.class);

    @Bean
    Migration notificationsMigration() {
        return Migration.of("notifications");
    }

    @Bean
    CustomTask<MailId.OfTenant> tenantMails(Postman postman) {
        return delivery(Deliveries.OF_TENANT, postman);
    }

    @Bean
    CustomTask<MailId.OfAccount> accountMails(Postman postman) {
        return delivery(Deliveries.OF_ACCOUNT, postman);
    }

    private static <T extends MailId> CustomTask<T> delivery(TaskDescriptor<T> task, Postman postman) {
        return Tasks.custom(task)
                .execute((job, context) -> postman.bring(job.getData())
                        .<CompletionHandler<T>>map(NotificationsConfiguration::again)
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static <T> CompletionHandler<T> again(Instant at) {
        return (complete, job) -> job.reschedule(complete, at);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> mailboxNote(MailServer server, Deployment deployment, Links links) {
        return ready -> {
            if (!server.isThere() && !deployment.isProduction()) {
                log.info(
                        "Mails are not sent but kept: the operator reads them at {}",
                        links.platform("/operator/mailbox"));
            }
        };
    }
}
