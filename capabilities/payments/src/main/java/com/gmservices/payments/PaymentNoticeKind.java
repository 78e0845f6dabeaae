package com.gmservices.payments;

import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NoticeKind.Text;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people are told about their money: it is their receipt, and its mail cannot be turned off. */
@Configuration(proxyBeanMethods = false)
class PaymentNoticeKind {

    @Bean
    NoticeKind paymentNews() {
        Text[] texts = Stream.of("succeeded", "failed", "unknown", "refunded", "link")
                .map(what -> new Text("payments.notice." + what, List.of("amount", "reference")))
                .toArray(Text[]::new);
        return NoticeKind.of("payments", 60, texts).necessary();
    }

    /** For those who run the business: money that is owed to a customer. */
    @Bean
    NoticeKind failedRefunds() {
        return NoticeKind.of(
                        PaymentNotices.TEAM,
                        65,
                        new Text(PaymentNotices.REFUND_FAILED, List.of("amount", "reference")),
                        new Text(PaymentNotices.REFUND_WAITS + "payers_account", List.of("amount", "reference")))
                .necessary()
                .forTeam();
    }

    @Bean
    NoticeKind reservationNews() {
        return NoticeKind.of(
                        ReservationNotices.KIND,
                        66,
                        new Text(ReservationNotices.ENDS, List.of("amount", "reference", "until")),
                        new Text(ReservationNotices.LAPSED, List.of("amount", "reference")))
                .forTeam();
    }
}
