package com.gmservices.hospitality;

import com.gmservices.database.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HospitalityConfiguration {

    @Bean
    Migration hospitalityMigration() {
        return Migration.of("hospitality");
    }
}
