package com.gmservices.tenancy;

import com.gmservices.database.Migration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanSettings.class)
class TenancyConfiguration {

    @Bean
    Migration tenancyMigration() {
        return Migration.of("tenancy");
    }

    @Bean
    Grants tenancyGrants() {
        return Grants.to(Role.STAFF, "read:members", "create:members")
                .and(
                        Role.ADMIN,
                        "read:members",
                        "create:members",
                        "update:members",
                        "invite:members",
                        "export:members",
                        "manage:roles",
                        "update:tenant");
    }
}
