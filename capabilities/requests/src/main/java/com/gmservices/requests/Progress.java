package com.gmservices.requests;

import com.gmservices.database.Revision;
import com.gmservices.requests.Move.Actor;
import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.requests.ServiceRequest.Standing;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One step of a request from where it stands: whether this member may take it, and everything that is written with it.
 */
@Component
class Progress {

    private final ServiceRequests requests;
    private final History history;
    private final ServiceLines lines;
    private final DetailsDesk details;
    private final Sites sites;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Progress(
            ServiceRequests requests,
            History history,
            ServiceLines lines,
            DetailsDesk details,
            Sites sites,
            Members members,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.history = history;
        this.lines = lines;
        this.details = details;
        this.sites = sites;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /** What this member may do with it now. */
    List<Move> allowed(CurrentMember member, ServiceRequest request, boolean customerSignsIn) {
        List<Move> moves = new ArrayList<>();
        for (Move move : Move.values()) {
            if (move.from(request.status(), actors(member, request.order().customer(), move, customerSignsIn))
                            .isPresent()
                    && !(move == Move.REVIEW && request.standing().reviewed())) {
                moves.add(move);
            }
        }
        return moves;
    }

    void expire(ServiceRequest request) {
        write(null, false, request, Move.EXPIRE, RequestStatus.PENDING, null, null, request.standing());
    }

    ServiceRequest move(
            CurrentMember member,
            ServiceRequest request,
            @Nullable Revision seen,
            Move move,
            @Nullable String reason,
            @Nullable Integer stars,
            Function<ServiceRequest, Standing> change) {
        if (seen != null && seen.value() != request.revision()) {
            throw new RequestRefused.Stale();
        }
        Set<Actor> actors = actors(member, request.order().customer(), move, signsIn(request, member));
        if (actors.isEmpty()) {
            member.require(move.permission());
            throw new RequestRefused.NotYours(move.code());
        }
        RequestStatus to = move.from(request.status(), actors)
                .orElseThrow(() -> new RequestRefused.WrongStage(move.code(), request.status()));
        return write(member, actors.contains(Actor.STAFF), request, move, to, reason, stars, change.apply(request));
    }

    private ServiceRequest write(
            @Nullable CurrentMember by,
            boolean byStaff,
            ServiceRequest request,
            Move move,
            RequestStatus to,
            @Nullable String reason,
            @Nullable Integer stars,
            Standing changed) {
        Instant now = clock.instant();
        int revision = request.revision() + 1;
        var entry = new History.Entry(move.code(), to, by == null ? null : by.id(), byStaff, reason, revision, now);
        Site site = sites.find(request.order().site()).orElseThrow();
        ServiceRequest next = request.next(changed.at(to, now).with(clock(request, site, entry)));
        requests.replace(next);
        history.add(next.id(), entry);
        work(next, site, move);
        events.publishEvent(new RequestEvent.RequestMoved(
                next.tenant(),
                next.id(),
                revision,
                next.reference(),
                next.order().customer(),
                move,
                request.status(),
                to,
                by == null ? null : by.id(),
                next.standing().provider(),
                next.order().serviceType(),
                firstAnswer(request, next, site),
                stars,
                now));
        return next;
    }

    private static RequestEvent.@Nullable FirstAnswer firstAnswer(
            ServiceRequest before, ServiceRequest after, Site site) {
        ResponseClock.Reading clock = after.standing().clock();
        Instant answered = clock.respondedAt();
        if (answered == null || before.standing().clock().respondedAt() != null) {
            return null;
        }
        Duration open = site.openingHours().between(before.createdAt(), answered, site.timeZone());
        return new RequestEvent.FirstAnswer(open.toSeconds(), !answered.isAfter(clock.respondBy()));
    }

    private ResponseClock.Reading clock(ServiceRequest request, Site site, History.Entry entry) {
        var steps = new ArrayList<>(
                history.of(request.id()).stream().map(History.Entry::step).toList());
        steps.add(entry.step());
        return new ResponseClock(site, request.order().priority()).read(steps);
    }

    private void work(ServiceRequest request, Site site, Move move) {
        ServiceType type = lines.type(request.order().serviceType());
        lines.line(type.code())
                .process(new Work(
                        request.id(),
                        type,
                        details.stored(type, request.order().details()),
                        request.order().customer(),
                        site,
                        request.standing().account().currency(),
                        move.code()));
    }

    /** For a customer who cannot sign in, staff do what the customer says on the telephone, but for praising the work. */
    static Set<Actor> actors(CurrentMember member, MemberId customer, Move move, boolean customerSignsIn) {
        var actors = EnumSet.noneOf(Actor.class);
        boolean staff = member.isStaff() && member.may(move.permission());
        if (staff && move.isOf(Actor.STAFF)) {
            actors.add(Actor.STAFF);
        }
        boolean own = customer.equals(member.id());
        if (move.isOf(Actor.CUSTOMER) && (own || (staff && !customerSignsIn && move != Move.REVIEW))) {
            actors.add(Actor.CUSTOMER);
        }
        return actors;
    }

    private boolean signsIn(ServiceRequest request, CurrentMember member) {
        return request.order().customer().equals(member.id())
                || !member.isStaff()
                || members.find(request.order().customer())
                        .map(Member::identity)
                        .isPresent();
    }
}
