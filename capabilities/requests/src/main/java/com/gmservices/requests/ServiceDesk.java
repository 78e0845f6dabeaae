package com.gmservices.requests;

import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.Reviews.Review;
import com.gmservices.requests.ServiceRequest.Account;
import com.gmservices.requests.ServiceRequest.Appointment;
import com.gmservices.requests.ServiceRequest.QuoteMark;
import com.gmservices.requests.ServiceRequest.Standing;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests in and moves them through their life. Of two who move the same request at once, one is refused. */
@Service
@Transactional
public class ServiceDesk {

    private static final Duration LONGEST_APPOINTMENT = Duration.ofDays(90);

    private final Intake intake;
    private final Progress progress;
    private final ServiceRequests requests;
    private final RequestFinder finder;
    private final History history;
    private final Quotes quotes;
    private final Reviews reviews;
    private final Catalogue catalogue;
    private final Providers providers;
    private final Tenants tenants;
    private final Clock clock;

    ServiceDesk(
            Intake intake,
            Progress progress,
            ServiceRequests requests,
            RequestFinder finder,
            History history,
            Quotes quotes,
            Reviews reviews,
            Catalogue catalogue,
            Providers providers,
            Tenants tenants,
            Clock clock) {
        this.intake = intake;
        this.progress = progress;
        this.requests = requests;
        this.finder = finder;
        this.history = history;
        this.quotes = quotes;
        this.reviews = reviews;
        this.catalogue = catalogue;
        this.providers = providers;
        this.tenants = tenants;
        this.clock = clock;
    }

    public ServiceRequest place(CurrentMember member, NewRequest wish) {
        member.require("create:requests");
        return intake.take(member, wish);
    }

    /**
     * Looks a wish over without taking it in; nobody need have signed in yet.
     *
     * @throws RequestRefused.Unfit with what must be mended
     */
    @Transactional(readOnly = true)
    public void check(NewRequest wish) {
        intake.check(wish);
    }

    /** @throws RequestRefused.NotFound also for what the member may not see */
    @Transactional(readOnly = true)
    public ServiceRequest find(CurrentMember member, RequestId id) {
        return requests.find(id)
                .filter(request -> sees(member, request))
                .orElseThrow(() -> new RequestRefused.NotFound("request"));
    }

    /** The tenant's for staff, one's own for everybody else. */
    @Transactional(readOnly = true)
    public Page<ServiceRequest> list(CurrentMember member, Wanted wanted, @Nullable Place from, int limit) {
        return finder.find(member, wanted, from, limit).page();
    }

    @Transactional(readOnly = true)
    public Map<RequestStatus, Integer> openCounts(CurrentMember staff) {
        staff.require("read:all-requests");
        return requests.openCounts();
    }

    @Transactional(readOnly = true)
    public List<History.Entry> history(CurrentMember member, RequestId id) {
        return history(find(member, id));
    }

    @Transactional(readOnly = true)
    public List<History.Entry> history(ServiceRequest request) {
        return history.of(request.id());
    }

    /** The quote on the table or the last one there was. */
    @Transactional(readOnly = true)
    public Optional<Quote> quote(ServiceRequest request) {
        int version = request.standing().quote().version();
        return version == 0 ? Optional.empty() : quotes.find(request.id(), version);
    }

    public ServiceRequest quote(
            CurrentMember staff, RequestId id, @Nullable Revision seen, List<Line> quoteLines, Instant validUntil) {
        Instant now = clock.instant();
        if (!validUntil.isAfter(now)) {
            throw new RequestRefused.Unfit("/valid_until", "A quote holds until some time in the future");
        }
        return move(staff, id, seen, Move.QUOTE, null, request -> {
            var quote = Quote.draw(
                    request.standing().quote().version() + 1,
                    quoteLines,
                    tenants.current().taxRates(),
                    request.standing().account().currency(),
                    validUntil,
                    now);
            quotes.add(id, quote);
            return request.standing().with(new QuoteMark(quote.version(), validUntil));
        });
    }

    public ServiceRequest accept(CurrentMember member, RequestId id, @Nullable Revision seen) {
        return move(member, id, seen, Move.ACCEPT, null, request -> {
            Standing standing = request.standing();
            if (request.status() != RequestStatus.QUOTED) {
                return standing;
            }
            Quote quote = quote(request).orElseThrow();
            if (!quote.validUntil().isAfter(clock.instant())) {
                throw new RequestRefused.QuoteExpired();
            }
            Account account = standing.account();
            return standing.with(account.at(quote.total()));
        });
    }

    public ServiceRequest decline(
            CurrentMember member, RequestId id, @Nullable Revision seen, @Nullable String reason) {
        return move(member, id, seen, Move.DECLINE, reason, ServiceRequest::standing);
    }

    public ServiceRequest assign(CurrentMember staff, RequestId id, @Nullable Revision seen, ProviderId provider) {
        return move(staff, id, seen, Move.ASSIGN, null, request -> {
            Provider found = providers
                    .find(provider)
                    .filter(Provider::active)
                    .orElseThrow(() -> new RequestRefused.Unfit("/provider_id", "There is no such active provider"));
            if (!found.serviceTypes().contains(request.order().serviceType())) {
                throw new RequestRefused.Unfit(
                        "/provider_id", "%s does not do this kind of work".formatted(found.name()));
            }
            return request.standing().with(found.id());
        });
    }

    public ServiceRequest schedule(
            CurrentMember staff, RequestId id, @Nullable Revision seen, Instant startsAt, Instant endsAt) {
        if (!startsAt.isBefore(endsAt) || startsAt.plus(LONGEST_APPOINTMENT).isBefore(endsAt)) {
            throw new RequestRefused.Unfit("/ends_at", "An appointment ends after it starts, within 90 days");
        }
        return move(
                staff,
                id,
                seen,
                Move.SCHEDULE,
                null,
                request -> request.standing().with(new Appointment(startsAt, endsAt)));
    }

    public ServiceRequest start(CurrentMember staff, RequestId id, @Nullable Revision seen) {
        return move(staff, id, seen, Move.START, null, ServiceRequest::standing);
    }

    public ServiceRequest hold(CurrentMember staff, RequestId id, @Nullable Revision seen, String reason) {
        return move(staff, id, seen, Move.HOLD, reason, ServiceRequest::standing);
    }

    public ServiceRequest resume(CurrentMember staff, RequestId id, @Nullable Revision seen) {
        return move(staff, id, seen, Move.RESUME, null, ServiceRequest::standing);
    }

    public ServiceRequest complete(CurrentMember staff, RequestId id, @Nullable Revision seen) {
        return move(staff, id, seen, Move.COMPLETE, null, ServiceRequest::standing);
    }

    public ServiceRequest cancel(CurrentMember member, RequestId id, @Nullable Revision seen, String reason) {
        return move(member, id, seen, Move.CANCEL, reason, ServiceRequest::standing);
    }

    public ServiceRequest review(
            CurrentMember customer, RequestId id, @Nullable Revision seen, int stars, @Nullable String comment) {
        return progress.move(customer, find(customer, id), seen, Move.REVIEW, null, stars, request -> {
            if (request.standing().reviewed()) {
                throw new RequestRefused.AlreadyReviewed();
            }
            reviews.add(request, new Review(request.order().customer(), stars, comment, clock.instant()));
            catalogue.rate(request.order().offering(), stars);
            ProviderId provider = request.standing().provider();
            if (provider != null) {
                providers.rate(provider, stars);
            }
            return request.standing().withReview();
        });
    }

    /** Quotes of the current tenant that have run out go back to staff. */
    void expireQuotes() {
        for (RequestId id : requests.quotedUntil(clock.instant())) {
            requests.find(id)
                    .filter(request -> request.status() == RequestStatus.QUOTED)
                    .ifPresent(progress::expire);
        }
    }

    private ServiceRequest move(
            CurrentMember member,
            RequestId id,
            @Nullable Revision seen,
            Move move,
            @Nullable String reason,
            Function<ServiceRequest, Standing> change) {
        return progress.move(member, find(member, id), seen, move, reason, null, change);
    }

    private static boolean sees(CurrentMember member, ServiceRequest request) {
        return member.may("read:all-requests") || request.order().customer().equals(member.id());
    }
}
