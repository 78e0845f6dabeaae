package com.gmservices.notifications;

import com.gmservices.database.Deployment;
import com.gmservices.database.Migration;
import com.gmservices.notifications.delivery.Couriers;
import com.gmservices.notifications.preference.PlatformKeys;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Role;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(NotificationsConfiguration.class);

    @Bean
    Migration notificationsMigration() {
        return Migration.of("notifications");
    }

    @Bean
    Grants notificationsGrants() {
        return Grants.to(Role.STAFF, "read:notification-log", "lift:suppressions")
                .and(Role.ADMIN, "read:notification-log", "lift:suppressions", "update:notification-texts");
    }

    /** For modules that have not said of which kind their news are. */
    @Bean
    NoticeKind otherNews() {
        return NoticeKind.of(NoticeKind.GENERAL, 1000);
    }

    @Bean
    SealedColumn platformKeyColumn(JdbcClient jdbc, Vault vault) {
        return PlatformKeys.column(jdbc, vault);
    }

    @Bean
    MenuEntry notificationLog() {
        return new MenuEntry(
                Menu.ADMINISTRATION,
                "notifications.menu.log",
                "/notifications/log",
                "send",
                "read:notification-log",
                80);
    }

    @Bean
    MenuEntry notificationTexts() {
        return new MenuEntry(
                Menu.ADMINISTRATION,
                "notifications.menu.texts",
                "/settings/texts",
                "message",
                "update:notification-texts",
                85);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> mailboxNote(Couriers couriers, Deployment deployment, Links links) {
        return ready -> {
            if (!couriers.mail().isThere() && !deployment.isProduction()) {
                log.info(
                        "Mails are not sent but kept: the operator reads them at {}",
                        links.platform("/operator/mailbox"));
            }
        };
    }
}
