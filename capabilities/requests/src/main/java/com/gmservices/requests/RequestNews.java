package com.gmservices.requests;

import com.gmservices.documents.DocumentEvent.DocumentAttached;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.requests.RequestEvent.RequestCreated;
import com.gmservices.requests.RequestEvent.RequestMoved;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those who must know of it that a request has come or moved, or has a new file; never whoever did it. */
@Component
class RequestNews {

    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    private final Notifications notifications;
    private final ServiceRequests requests;
    private final Catalogue catalogue;
    private final Providers providers;
    private final Members members;

    RequestNews(
            Notifications notifications,
            ServiceRequests requests,
            Catalogue catalogue,
            Providers providers,
            Members members) {
        this.notifications = notifications;
        this.requests = requests;
        this.catalogue = catalogue;
        this.providers = providers;
        this.members = members;
    }

    @ApplicationModuleListener
    void on(RequestEvent event) {
        ServiceRequest request = requests.find(event.request()).orElseThrow();
        String service = service(request);
        switch (event) {
            case RequestCreated created -> created(created, request, service);
            case RequestMoved moved -> moved(moved, request, service);
        }
    }

    /** Of many at once people are told once; whoever sent it knows. */
    @ApplicationModuleListener
    void on(DocumentAttached file) {
        MemberId by = file.by();
        if (!file.kind().equals(RequestFiles.KIND) || file.internal() || by == null) {
            return;
        }
        ServiceRequest request = requests.find(new RequestId(file.subject())).orElseThrow();
        MemberId customer = request.order().customer();
        String service = service(request);
        String once =
                "request-files:%s:%s:%d".formatted(request.id(), by, file.at().getEpochSecond() / AT_ONCE.toSeconds());
        notifications.tell(
                by.equals(customer)
                        ? staff(request)
                                .map(staff -> notice(staff, once, "staff.attach", request, service))
                                .toList()
                        : List.of(notice(customer, once, "customer.attach", request, service)));
    }

    private String service(ServiceRequest request) {
        return catalogue.find(request.order().offering()).map(Offering::name).orElse("");
    }

    private void created(RequestCreated created, ServiceRequest request, String service) {
        MemberId customer = request.order().customer();
        List<Notice> news = new ArrayList<>();
        news.add(notice(customer, created, "customer.create", request, service));
        staff(request)
                .filter(staff -> !staff.equals(customer))
                .forEach(staff -> news.add(notice(staff, created, "staff.create", request, service)));
        notifications.tell(news);
    }

    private void moved(RequestMoved moved, ServiceRequest request, String service) {
        MemberId customer = request.order().customer();
        String key = moved.move().code();
        List<Notice> news = new ArrayList<>();
        if (!customer.equals(moved.by()) && isNewsForCustomer(moved.move())) {
            news.add(notice(customer, moved, "customer." + key, request, service));
        }
        if (customer.equals(moved.by()) || moved.by() == null) {
            staff(request).forEach(staff -> news.add(notice(staff, moved, "staff." + key, request, service)));
        } else if (moved.move() == Move.ASSIGN) {
            assigned(moved.provider())
                    .filter(staff -> !staff.equals(moved.by()))
                    .ifPresent(staff -> news.add(notice(staff, moved, "staff.assign", request, service)));
        }
        notifications.tell(news);
    }

    private static boolean isNewsForCustomer(Move move) {
        return move != Move.REVIEW;
    }

    /** Who is assigned; as long as nobody of the staff is, everybody. */
    private Stream<MemberId> staff(ServiceRequest request) {
        Optional<MemberId> assigned = assigned(request.standing().provider());
        return assigned.isPresent()
                ? assigned.stream()
                : members.staff().stream().map(Member::id);
    }

    private Optional<MemberId> assigned(@Nullable ProviderId provider) {
        return Optional.ofNullable(provider).flatMap(providers::find).map(Provider::member);
    }

    private static Notice notice(
            MemberId recipient, RequestEvent event, String key, ServiceRequest request, String service) {
        String once = "request:%s:%d".formatted(Objects.requireNonNull(event.request()), event.revision());
        return notice(recipient, once, key, request, service);
    }

    private static Notice notice(MemberId recipient, String once, String key, ServiceRequest request, String service) {
        return new Notice(
                        recipient,
                        once,
                        "requests.news." + key,
                        List.of(request.reference(), service),
                        "/requests/" + request.id())
                .ofKind(kind(key));
    }

    private static String kind(String key) {
        if (key.startsWith("staff.")) {
            return RequestNoticeKinds.TEAM;
        }
        return switch (key) {
            case "customer.quote", "customer.expire" -> RequestNoticeKinds.QUOTES;
            case "customer.schedule" -> RequestNoticeKinds.APPOINTMENTS;
            default -> RequestNoticeKinds.PROGRESS;
        };
    }
}
