package com.gmservices.notifications.report;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    CustomTask<Void> deliveryReports(Reports reports) {
        return Tasks.custom(Reports.WORK).execute((job, context) -> {
            reports.work(UUID.fromString(job.getId()));
            return new CompletionHandler.OnCompleteRemove<>();
        });
    }
}
