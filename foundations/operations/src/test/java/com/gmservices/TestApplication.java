package com.gmservices;

import com.gmservices.identity.AccountMail;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedConfigurationBeanNameGenerator;

@SpringBootApplication(nameGenerator = FullyQualifiedConfigurationBeanNameGenerator.class)
class TestApplication {

    @Bean
    AccountMail noMail() {
        return letter -> {};
    }
}
