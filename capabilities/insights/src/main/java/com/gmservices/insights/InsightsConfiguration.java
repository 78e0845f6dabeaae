package com.gmservices.insights;

import com.gmservices.database.Migration;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InsightsConfiguration {

    @Bean
    Migration insightsMigration() {
        return Migration.of("insights");
    }

    @Bean
    Grants insightsGrants() {
        return Grants.to(Role.ADMIN, "read:insights");
    }

    @Bean
    MenuEntry overview() {
        return new MenuEntry(Menu.ADMINISTRATION, "insights.title", "/overview", "chart", "read:insights", 5);
    }
}
