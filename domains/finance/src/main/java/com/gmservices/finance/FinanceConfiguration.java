package com.gmservices.finance;

import com.gmservices.database.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FinanceConfiguration {

    @Bean
    Migration financeMigration() {
        return Migration.of("finance");
    }
}
