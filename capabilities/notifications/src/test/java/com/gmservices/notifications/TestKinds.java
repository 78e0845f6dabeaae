package com.gmservices.notifications;

import com.gmservices.notifications.NoticeKind.Text;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a module to our right would contribute. */
@Configuration(proxyBeanMethods = false)
class TestKinds {

    @Bean
    NoticeKind quotesOfTests() {
        return NoticeKind.of("tests", 1, new Text("tests.quote", List.of("reference", "amount")));
    }

    @Bean
    NoticeKind remindersOfTests() {
        return NoticeKind.of("test-reminders", 2, new Text("tests.reminder", List.of("reference", "time")))
                .urgent(Channel.MAIL, Channel.SMS, Channel.PUSH);
    }

    @Bean
    NoticeKind receiptsOfTests() {
        return NoticeKind.of("test-receipts", 3, new Text("tests.receipt", List.of("amount")))
                .necessary();
    }
}
