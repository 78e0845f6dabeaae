package com.gmservices.payments.inbox;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.gmservices.database.PlatformDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int TRIES = 12;
    private static final Duration KEPT = Duration.ofDays(90);

    /** Six hours in all: what has not become ours by then is found by reconciliation. */
    @Bean
    CustomTask<Void> gatewayNotices(Inbox inbox) {
        return Tasks.custom(Inbox.WORK)
                .onFailure((failed, jobs) -> {
                    int before = failed.getExecution().consecutiveFailures;
                    if (before < TRIES) {
                        jobs.reschedule(failed, failed.getTimeDone().plus(FIRST_PAUSE.multipliedBy(1L << before)));
                    } else {
                        jobs.remove();
                    }
                })
                .execute((job, context) -> {
                    inbox.work(job.getId());
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    @Bean
    RecurringTask<Void> forgottenNotices(@PlatformDatabase JdbcClient platform, Clock clock) {
        return Tasks.recurring("gateway-notices-forgotten", Schedules.daily(LocalTime.of(3, 40)))
                .execute((task, context) -> platform.sql("delete from payments.gateway_notice where received_at < ?")
                        .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                        .update());
    }
}
