package com.gmservices.requests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.gmservices.database.PlatformDatabase;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every night, what was completed so long ago that the board no longer shows it leaves the desk. */
@Configuration(proxyBeanMethods = false)
class DeskClearing {

    @Bean
    RecurringTask<Void> clearDesk(@PlatformDatabase JdbcClient platform, Clock clock) {
        return Tasks.recurring("clear-desk", Schedules.daily(LocalTime.of(2, 45)))
                .execute((task, context) -> clear(platform, clock));
    }

    static void clear(JdbcClient platform, Clock clock) {
        platform.sql("delete from requests.on_desk where status = 'completed' and next_at < ?")
                .param(clock.instant().minus(Board.LATELY).atOffset(ZoneOffset.UTC))
                .update();
    }
}
