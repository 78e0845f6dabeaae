package com.gmservices.requests.web;

import com.gmservices.documents.Attachments;
import com.gmservices.documents.Documents;
import com.gmservices.money.Money;
import com.gmservices.requests.Dossier;
import com.gmservices.requests.History;
import com.gmservices.requests.Move;
import com.gmservices.requests.Providers;
import com.gmservices.requests.RequestFiles;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceLine;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.Tenants;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out the page of one request: where it stands in one sentence, what happened, and the facts beside it. */
@Component
class RequestPage {

    private static final int QUOTE_DAYS = 14;
    private static final Set<String> RECEIVED = Set.of("paid", "refunded");

    private final ServiceDesk desk;
    private final Documents documents;
    private final ServiceLines lines;
    private final DetailsDesk details;
    private final Providers providers;
    private final Members members;
    private final Sites sites;
    private final Tenants tenants;
    private final ClockWords clockWords;
    private final Clock clock;

    RequestPage(
            ServiceDesk desk,
            Documents documents,
            ServiceLines lines,
            DetailsDesk details,
            Providers providers,
            Members members,
            Sites sites,
            Tenants tenants,
            ClockWords clockWords,
            Clock clock) {
        this.desk = desk;
        this.documents = documents;
        this.lines = lines;
        this.details = details;
        this.providers = providers;
        this.members = members;
        this.sites = sites;
        this.tenants = tenants;
        this.clockWords = clockWords;
        this.clock = clock;
    }

    /** @param by the name of who did it; null for time and payments */
    record Event(String what, @Nullable String by, @Nullable String reason, ZonedDateTime at) {}

    void fill(CurrentMember member, Dossier dossier, Model model) {
        ServiceRequest request = dossier.request();
        String type = request.order().serviceType();
        ServiceLine line = lines.line(type);
        Currency currency = request.standing().account().currency();
        Site site = sites.find(request.order().site()).orElseThrow();
        boolean customer = request.order().customer().equals(member.id());
        model.addAttribute("dossier", dossier);
        model.addAttribute("mine", customer);
        model.addAttribute("site", site);
        model.addAttribute("zone", site.timeZone());
        model.addAttribute("now", clock.instant());
        model.addAttribute("late", isLate(request, clock.instant()));
        model.addAttribute(
                "where",
                line.status(type, request.status())
                        .orElse("requests.status." + request.status().code()));
        model.addAttribute(
                "next",
                "requests.next.%s.%s"
                        .formatted(
                                customer ? "customer" : "staff",
                                request.status().code()));
        model.addAttribute(
                "facts",
                line.card(type, details.stored(lines.type(type), request.order().details()), currency));
        model.addAttribute(
                "told",
                details.told(lines.type(type), request.order().details(), currency, LocaleContextHolder.getLocale()));
        model.addAttribute("attachments", attachments(member, request));
        List<History.Entry> history = desk.history(request);
        model.addAttribute("timeline", timeline(member, dossier.customer(), history, site.timeZone()));
        model.addAttribute("clock", clockWords.of(request, site, clock.instant(), held(request, history)));
        model.addAttribute("taxRates", tenants.current().taxRates());
        model.addAttribute(
                "quoteUntil",
                clock.instant().atZone(site.timeZone()).toLocalDate().plusDays(QUOTE_DAYS));
        if (dossier.allows("assign")) {
            model.addAttribute("suggestions", providers.suggest(member, type));
        }
    }

    private Attachments attachments(CurrentMember member, ServiceRequest request) {
        return documents.on(
                RequestFiles.subject(request.id()),
                member,
                RequestFiles.access(request, member).orElseThrow());
    }

    static boolean isLate(ServiceRequest request, Instant now) {
        var reading = request.standing().clock();
        return request.status().isOpen()
                && !reading.isPaused()
                && ((reading.respondedAt() == null && reading.respondBy().isBefore(now))
                        || reading.resolveBy().isBefore(now));
    }

    private static @Nullable String held(ServiceRequest request, List<History.Entry> history) {
        return request.status() != RequestStatus.ON_HOLD
                ? null
                : history.reversed().stream()
                        .filter(entry -> entry.what().equals(Move.HOLD.code()))
                        .flatMap(entry -> Stream.ofNullable(entry.reason()))
                        .findFirst()
                        .orElse(null);
    }

    private List<Event> timeline(CurrentMember member, Member customer, List<History.Entry> history, ZoneId zone) {
        Map<MemberId, String> names = names(member, customer, history);
        return history.reversed().stream()
                .map(entry -> new Event(
                        entry.what(),
                        entry.by() == null ? null : names.get(entry.by()),
                        RECEIVED.contains(entry.what()) ? amount(entry.reason()) : entry.reason(),
                        entry.at().atZone(zone)))
                .toList();
    }

    /** It is kept without a language, as {@code NGN 24000.00}. */
    private static @Nullable String amount(@Nullable String kept) {
        if (kept == null) {
            return null;
        }
        String[] parts = kept.split(" ", 2);
        return Money.ofMajor(new BigDecimal(parts[1]), Currency.getInstance(parts[0]))
                .format(LocaleContextHolder.getLocale());
    }

    /** Of the two who are known already nobody is asked again. */
    private Map<MemberId, String> names(CurrentMember member, Member customer, List<History.Entry> history) {
        var names = new HashMap<MemberId, String>();
        names.put(member.id(), member.name());
        names.put(customer.id(), customer.name());
        List<MemberId> others = history.stream()
                .flatMap(entry -> Stream.ofNullable(entry.by()))
                .filter(by -> !names.containsKey(by))
                .distinct()
                .toList();
        members.findAll(others).values().forEach(other -> names.put(other.id(), other.name()));
        return names;
    }
}
