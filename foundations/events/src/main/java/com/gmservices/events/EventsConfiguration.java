package com.gmservices.events;

import com.gmservices.database.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

    @Bean
    Migration eventsMigration() {
        return Migration.of("events");
    }
}
