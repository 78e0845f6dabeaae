package com.gmservices.events;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Listeners run beside the calls that caused them, a few at a time, so that they never take the database's connections
 * from people who wait. Those that still queue when the process dies stand in the registry.
 */
@Configuration(proxyBeanMethods = false)
@EnableAsync
class Listening {

    @Bean("applicationTaskExecutor")
    ThreadPoolTaskExecutor listeners() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("listener-");
        executor.setCorePoolSize(3);
        executor.setMaxPoolSize(3);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(10);
        return executor;
    }
}
