package com.gmservices.technology;

import com.gmservices.database.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TechnologyConfiguration {

    @Bean
    Migration technologyMigration() {
        return Migration.of("technology");
    }
}
