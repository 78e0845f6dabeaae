package com.gmservices;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedConfigurationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

@Modulithic(systemName = "GM Services")
@SpringBootApplication(nameGenerator = FullyQualifiedConfigurationBeanNameGenerator.class)
class Platform {

    static void main(String[] args) {
        SpringApplication.run(Platform.class, args);
    }
}
