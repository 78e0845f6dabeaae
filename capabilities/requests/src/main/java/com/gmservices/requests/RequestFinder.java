package com.gmservices.requests;

import com.gmservices.database.Ids;
import com.gmservices.database.Page;
import com.gmservices.requests.Listing.Row;
import com.gmservices.requests.Wanted.Assignee;
import com.gmservices.requests.Wanted.Sort;
import com.gmservices.requests.search.Query;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds requests: the tenant's for staff, one's own for everybody else. */
@Service
@Transactional(readOnly = true)
class RequestFinder {

    private final Listing listing;
    private final RequestSearch search;
    private final ServiceLines lines;
    private final Providers providers;
    private final Tenants tenants;
    private final Clock clock;

    RequestFinder(
            Listing listing,
            RequestSearch search,
            ServiceLines lines,
            Providers providers,
            Tenants tenants,
            Clock clock) {
        this.listing = listing;
        this.search = search;
        this.lines = lines;
        this.providers = providers;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @param guessed whether nearly nothing has the words, and these have words that are like them */
    record Found(Page<ServiceRequest> page, boolean guessed) {

        /** From one row more than were asked for, if there are more. */
        static Found of(List<Row> rows, Sort sort, boolean guessed, int limit) {
            List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
            String next = rows.size() <= limit
                    ? null
                    : new Place(
                                    sort,
                                    guessed,
                                    shown.getLast().request().id().value(),
                                    shown.getLast().key())
                            .toString();
            return new Found(new Page<>(shown.stream().map(Row::request).toList(), next, next != null), guessed);
        }
    }

    Found find(CurrentMember member, Wanted wanted, @Nullable Place from, int limit) {
        if (from != null && from.sort() != wanted.sort()) {
            throw new RequestRefused.Unfit("/cursor", "This cursor is of a list in another order");
        }
        Conditions conditions = conditions(member, wanted);
        return Query.of(wanted.words())
                .map(query -> search.find(query, conditions, from, limit))
                .orElseGet(() -> Found.of(listing.page(conditions, from, limit + 1), wanted.sort(), false, limit));
    }

    private Conditions conditions(CurrentMember member, Wanted wanted) {
        var conditions = new Conditions(wanted.sort());
        if (!member.may("read:all-requests")) {
            conditions
                    .fewOf()
                    .and("r.customer_id = :customer", "customer", member.id().value());
        }
        conditions.in(wanted.statuses());
        ofType(wanted, conditions);
        by(member, wanted.assignee(), conditions);
        paid(wanted.paid(), conditions);
        if (!wanted.priorities().isEmpty()) {
            conditions.and(
                    "r.priority = any (:priorities)",
                    "priorities",
                    wanted.priorities().stream().map(Priority::code).toArray(String[]::new));
        }
        due(wanted, conditions);
        receivedBetween(wanted.from(), wanted.to(), conditions);
        return conditions;
    }

    private void ofType(Wanted wanted, Conditions conditions) {
        if (wanted.serviceType() != null) {
            conditions.ofTypes(List.of(wanted.serviceType()));
        } else if (wanted.domain() != null) {
            conditions.ofTypes(
                    lines.types(wanted.domain()).stream().map(ServiceType::code).toList());
        }
    }

    private void by(CurrentMember member, @Nullable Assignee assignee, Conditions conditions) {
        switch (assignee) {
            case null -> {}
            case Assignee.Nobody _ ->
                conditions.fewOf().and("r.provider_id is null").and("r.due_at is not null");
            case Assignee.Me _ ->
                conditions.by(providers.of(member.id()).stream()
                        .map(ProviderId::value)
                        .toList());
            case Assignee.One one -> conditions.by(List.of(one.provider().value()));
        }
    }

    private static void paid(@Nullable Boolean paid, Conditions conditions) {
        if (Boolean.FALSE.equals(paid)) {
            conditions.fewOf().and("r.owing");
        } else if (Boolean.TRUE.equals(paid)) {
            conditions.and("r.paid > r.refunded").and("not r.owing");
        }
    }

    private void due(Wanted wanted, Conditions conditions) {
        Instant now = clock.instant();
        if (wanted.late()) {
            conditions.fewOf().at("r.due_at < :late", "late", now);
        }
        if (wanted.today()) {
            ZoneId zone = tenants.current().timeZone();
            LocalDate today = LocalDate.ofInstant(now, zone);
            conditions
                    .fewOf()
                    .at("r.due_at >= :morning", "morning", start(today, zone))
                    .at("r.due_at < :night", "night", start(today.plusDays(1), zone));
        }
    }

    /** By the id, which tells when it was given out, and in which month's partition to look. */
    private void receivedBetween(@Nullable LocalDate from, @Nullable LocalDate to, Conditions conditions) {
        ZoneId zone = tenants.current().timeZone();
        if (from != null) {
            conditions.and("r.id >= :from", "from", Ids.floor(start(from, zone)));
        }
        if (to != null) {
            conditions.and("r.id < :to", "to", Ids.floor(start(to.plusDays(1), zone)));
        }
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
