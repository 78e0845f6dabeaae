package com.gmservices.events;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.Migration;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

    /** As many as a listener hears within seconds; how many are on their way at once, the registry bounds. */
    static final ResubmissionOptions SOME_OF_EACH =
            ResubmissionOptions.defaults().withBatchSize(200);

    @Bean
    Migration eventsMigration() {
        return Migration.of("events");
    }

    /** Listeners that failed, or whose process died, are tried again. On one node at a time: the task is a row. */
    @Bean
    RecurringTask<Void> resubmission(ObjectProvider<FailedEventPublications> publications) {
        return Tasks.recurring("resubmission", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((task, context) -> publications.getObject().resubmit(SOME_OF_EACH));
    }
}
