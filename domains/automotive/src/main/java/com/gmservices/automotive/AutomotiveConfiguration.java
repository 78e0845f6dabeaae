package com.gmservices.automotive;

import com.gmservices.database.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AutomotiveConfiguration {

    @Bean
    Migration automotiveMigration() {
        return Migration.of("automotive");
    }
}
