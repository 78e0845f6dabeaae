package com.gmservices.requests;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NoticeKind.Text;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people are told about requests, as they choose about it. */
@Configuration(proxyBeanMethods = false)
class RequestNoticeKinds {

    static final String PROGRESS = "requests";
    static final String QUOTES = "quotes";
    static final String APPOINTMENTS = "appointments";
    static final String REMINDERS = "reminders";
    static final String TEAM = "team-requests";

    @Bean
    NoticeKind progressOfRequests() {
        return NoticeKind.of(
                PROGRESS,
                10,
                texts(
                        "customer",
                        "create",
                        "accept",
                        "decline",
                        "assign",
                        "start",
                        "hold",
                        "resume",
                        "complete",
                        "cancel"));
    }

    @Bean
    NoticeKind quotes() {
        return NoticeKind.of(
                QUOTES,
                20,
                Stream.concat(Stream.of(texts("customer", "quote", "expire")), Stream.of(timed("quote-ends")))
                        .toArray(Text[]::new));
    }

    @Bean
    NoticeKind appointments() {
        return NoticeKind.of(APPOINTMENTS, 30, texts("customer", "schedule"));
    }

    /** By text message too, where there is a number: who is on the way reads nothing else. */
    @Bean
    NoticeKind reminders() {
        return NoticeKind.of(REMINDERS, 40, timed("appointment-day"), timed("appointment-soon"))
                .urgent(Channel.MAIL, Channel.SMS, Channel.PUSH);
    }

    @Bean
    NoticeKind teamRequests() {
        return NoticeKind.of(
                        TEAM,
                        50,
                        texts("staff", "create", "accept", "decline", "cancel", "review", "assign", "expire", "quote"))
                .forTeam();
    }

    private static Text[] texts(String reader, String... moves) {
        return Stream.of(moves)
                .map(move -> new Text("requests.news.%s.%s".formatted(reader, move), List.of("reference", "service")))
                .toArray(Text[]::new);
    }

    private static Text timed(String what) {
        return new Text("requests.reminder." + what, List.of("reference", "service", "time"));
    }
}
