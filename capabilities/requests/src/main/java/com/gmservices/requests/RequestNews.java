package com.gmservices.requests;

import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.requests.RequestEvent.RequestCreated;
import com.gmservices.requests.RequestEvent.RequestMoved;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those who must know of it that a request has come or moved; never whoever moved it. */
@Component
class RequestNews {

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
        String service =
                catalogue.find(request.order().offering()).map(Offering::name).orElse("");
        switch (event) {
            case RequestCreated created -> created(created, request, service);
            case RequestMoved moved -> moved(moved, request, service);
        }
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
        return new Notice(
                        recipient,
                        "request:%s:%d".formatted(Objects.requireNonNull(event.request()), event.revision()),
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
