package com.gmservices.payments.dispute;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NoticeKind.Text;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import com.gmservices.webhooks.WebhookExamples;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DisputesConfiguration {

    @Bean
    RecurringTask<Void> openDisputes(OpenDisputes open) {
        return Tasks.recurring("open-disputes", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((task, context) -> open.look());
    }

    @Bean
    MenuEntry disputesEntry() {
        return new MenuEntry(Menu.STAFF, "disputes.title", "/disputes", "alert", "read:disputes", 51);
    }

    @Bean
    WebhookExamples disputeWebhooks() {
        return new WebhookExamples(DisputeExamples.all());
    }

    @Bean
    Grants disputesGrants() {
        return Grants.to(Role.STAFF, "read:disputes", "answer:disputes")
                .and(Role.ADMIN, "read:disputes", "answer:disputes");
    }

    @Bean
    NoticeKind disputeNews() {
        return NoticeKind.of(
                        Answerers.KIND,
                        65,
                        text("opened"),
                        text("to-answer", "due"),
                        text("due-soon", "due"),
                        text("unsent"),
                        text("won"),
                        text("lost"),
                        text("accepted"))
                .forTeam();
    }

    private static Text text(String what, String... more) {
        return new Text(
                "disputes.notice." + what,
                more.length == 0 ? List.of("amount", "reference") : List.of("amount", "reference", more[0]));
    }
}
