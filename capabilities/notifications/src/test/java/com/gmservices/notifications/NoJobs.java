package com.gmservices.notifications;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** For tests that do themselves what jobs would: as it starts, a scheduler looks for work once, however seldom it polls. */
@TestConfiguration(proxyBeanMethods = false)
public class NoJobs {

    @Bean
    DbSchedulerStarter nobodyStartsIt() {
        return () -> {};
    }
}
