package com.gmservices.demo;

import com.gmservices.notifications.Notice;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.CurrentTenant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Which requests nobody is told of: those of the past and, where somebody would carry it out, all that are played. */
@Component
@Conditional(DemoWanted.class)
class Hush {

    private static final int NEWS_DAYS = 1;

    private static final List<String> CARRIERS =
            List.of("gm.mail.host", "gm.sendgrid.api-key", "gm.ses.region", "gm.twilio.account-sid", "gm.sns.region");

    private final boolean somethingGoesOut;
    private final Set<String> requests = ConcurrentHashMap.newKeySet();

    Hush(Environment settings) {
        this.somethingGoesOut = CARRIERS.stream()
                .anyMatch(carrier -> !settings.getProperty(carrier, "").isBlank());
    }

    void over(ServiceRequest request, int daysAgo) {
        if (somethingGoesOut || daysAgo > NEWS_DAYS) {
            requests.add(of(request.reference()));
        }
    }

    List<Notice> heard(Collection<?> news) {
        return news.stream()
                .map(Notice.class::cast)
                .filter(notice -> notice.arguments().stream().map(Hush::of).noneMatch(requests::contains))
                .toList();
    }

    /** Two businesses count alike. */
    private static String of(String reference) {
        return CurrentTenant.id() + " " + reference;
    }
}
