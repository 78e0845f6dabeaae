package com.gmservices.requests;

import com.gmservices.database.Migration;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import com.gmservices.webhooks.WebhookExamples;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RequestsConfiguration {

    @Bean
    Migration requestsMigration() {
        return Migration.of("requests");
    }

    @Bean
    WebhookExamples requestWebhooks() {
        return new WebhookExamples(RequestExamples.all());
    }

    @Bean
    Grants requestsGrants() {
        String[] staff = {
            "create:requests",
            "read:requests",
            "create:requests-for-others",
            "read:all-requests",
            "quote:requests",
            "work:requests",
            "assign:requests",
            "schedule:requests",
            "read:providers"
        };
        return Grants.to(Role.CUSTOMER, "create:requests", "read:requests")
                .and(Role.STAFF, staff)
                .and(Role.ADMIN, staff)
                .and(Role.ADMIN, "update:catalogue", "update:providers")
                .and(Role.ADMIN, "export:requests", "export:catalogue", "export:providers");
    }

    @Bean
    MenuEntry services() {
        return new MenuEntry(Menu.CUSTOMER, "requests.menu.services", "/services", "list", Allow.VISITORS, 10);
    }

    @Bean
    MenuEntry myRequests() {
        return new MenuEntry(Menu.CUSTOMER, "requests.menu.mine", "/requests", "list", Allow.MEMBERS, 20);
    }

    @Bean
    MenuEntry day() {
        return new MenuEntry(Menu.STAFF, "day.menu", "/day", "calendar", "read:all-requests", 5);
    }

    @Bean
    MenuEntry board() {
        return new MenuEntry(Menu.STAFF, "requests.menu.board", "/board", "board", "read:all-requests", 10);
    }

    @Bean
    MenuEntry requests() {
        return new MenuEntry(Menu.STAFF, "requests.menu.requests", "/requests", "list", "read:all-requests", 20);
    }

    @Bean
    MenuEntry order() {
        return new MenuEntry(
                Menu.STAFF, "requests.menu.order", "/requests/new", "plus", "create:requests-for-others", 30);
    }

    @Bean
    MenuEntry catalogueEntry() {
        return new MenuEntry(
                Menu.ADMINISTRATION, "requests.menu.catalogue", "/catalogue", "tag", "update:catalogue", 10);
    }

    @Bean
    MenuEntry providersEntry() {
        return new MenuEntry(
                Menu.ADMINISTRATION, "requests.menu.providers", "/providers", "tools", "read:providers", 20);
    }
}
