package com.gmservices.demo;

import com.gmservices.notifications.Notice;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.CurrentTenant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Which requests nobody is told of: those of the past and, where a mail server would carry it out, all that are played. */
@Component
@Conditional(DemoWanted.class)
class Hush {

    private static final int NEWS_DAYS = 1;

    private final boolean mailsGoOut;
    private final Set<String> requests = ConcurrentHashMap.newKeySet();

    Hush(@Value("${gm.mail.host:}") String mailServer) {
        this.mailsGoOut = !mailServer.isBlank();
    }

    void over(ServiceRequest request, int daysAgo) {
        if (mailsGoOut || daysAgo > NEWS_DAYS) {
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
