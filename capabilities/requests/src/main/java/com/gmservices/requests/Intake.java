package com.gmservices.requests;

import com.gmservices.money.Money;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.requests.ServiceRequest.Account;
import com.gmservices.requests.ServiceRequest.Order;
import com.gmservices.requests.ServiceRequest.QuoteMark;
import com.gmservices.requests.ServiceRequest.Standing;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a request in: is it complete, can it be done, what will it cost, by when must it be answered. */
@Component
class Intake {

    private static final Duration GRACE = Duration.ofHours(1);

    private final Catalogue catalogue;
    private final ServiceLines lines;
    private final DetailsDesk details;
    private final ServiceRequests requests;
    private final History history;
    private final SearchIndex search;
    private final References references;
    private final Tenants tenants;
    private final Sites sites;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Intake(
            Catalogue catalogue,
            ServiceLines lines,
            DetailsDesk details,
            ServiceRequests requests,
            History history,
            SearchIndex search,
            References references,
            Tenants tenants,
            Sites sites,
            Members members,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalogue = catalogue;
        this.lines = lines;
        this.details = details;
        this.requests = requests;
        this.history = history;
        this.search = search;
        this.references = references;
        this.tenants = tenants;
        this.sites = sites;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    private record Examined(
            Offering offering, ServiceType type, Record details, Site site, MemberId customer, List<Remark> remarks) {}

    /** Says what is wrong with a wish, if anything, before anybody has said whose it is. */
    void check(NewRequest wish) {
        var _ = examine(wish, MemberId.next());
    }

    ServiceRequest take(CurrentMember member, NewRequest wish) {
        MemberId customer = customer(member, wish);
        Examined examined = examine(wish, customer);
        ServiceType type = examined.type;
        ServiceLine line = lines.line(type.code());
        var order = new Order(
                examined.offering.id(),
                type.code(),
                customer,
                examined.site.id(),
                wish.priority() == null ? line.priority(type.code(), examined.details) : wish.priority(),
                wish.tier(),
                wish.addOns(),
                wish.notes(),
                wish.preferredAt(),
                details.write(examined.details),
                examined.remarks);
        ServiceRequest request = write(order, examined, member);
        line.process(new Work(
                request.id(), type, examined.details, customer, examined.site, examined.offering.currency(), "create"));
        return request;
    }

    private Examined examine(NewRequest wish, MemberId customer) {
        Instant now = clock.instant();
        Offering offering = catalogue.active(wish.offering());
        offering.check(wish.tier(), wish.addOns());
        if (wish.preferredAt() != null && wish.preferredAt().isBefore(now.minus(GRACE))) {
            throw new RequestRefused.Unfit("/preferred_at", "This time has passed: choose a later one");
        }
        Site site = site(wish);
        ServiceType type = lines.type(offering.serviceType());
        Record filledIn = details.read(type, wish.details());
        List<Remark> remarks = lines.line(type.code())
                .create(new Wish(
                        type,
                        filledIn,
                        customer,
                        site,
                        offering.currency(),
                        now.atZone(site.timeZone()).toLocalDate()));
        return new Examined(offering, type, filledIn, site, customer, remarks);
    }

    private ServiceRequest write(Order order, Examined examined, CurrentMember member) {
        Instant now = clock.instant();
        Offering offering = examined.offering;
        boolean byStaff = !order.customer().equals(member.id());
        var entry = new History.Entry("create", RequestStatus.PENDING, member.id(), byStaff, null, 1, now);
        Money price = offering.priceWith(order.tier(), order.addOns()).orElse(null);
        var standing = new Standing(
                RequestStatus.PENDING,
                now,
                Account.open(offering.currency(), price),
                QuoteMark.NONE,
                null,
                null,
                new ResponseClock(examined.site, order.priority()).read(List.of(entry.step())),
                false);
        var request = new ServiceRequest(
                member.tenant(), RequestId.at(now), references.next(tenants.current()), order, standing, 1, now);
        requests.add(request);
        history.add(request.id(), entry);
        search.add(request);
        events.publishEvent(new RequestEvent.RequestCreated(
                request.tenant(),
                request.id(),
                1,
                request.reference(),
                order.customer(),
                order.serviceType(),
                byStaff,
                now));
        return request;
    }

    private MemberId customer(CurrentMember member, NewRequest wish) {
        if (wish.customer() == null || wish.customer().equals(member.id())) {
            return member.id();
        }
        member.require("create:requests-for-others");
        return members.find(wish.customer())
                .orElseThrow(() -> new RequestRefused.Unfit("/customer_id", "There is no such member"))
                .id();
    }

    private Site site(NewRequest wish) {
        return wish.site() == null
                ? sites.first()
                : sites.find(wish.site())
                        .orElseThrow(() -> new RequestRefused.Unfit("/site_id", "There is no such site"));
    }
}
