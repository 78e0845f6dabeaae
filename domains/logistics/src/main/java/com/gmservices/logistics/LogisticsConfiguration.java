package com.gmservices.logistics;

import com.gmservices.database.Migration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Scales.class)
class LogisticsConfiguration {

    @Bean
    Migration logisticsMigration() {
        return Migration.of("logistics");
    }
}
