package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Catalogue.Filter;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Offering.Rating;
import com.gmservices.requests.Reviews;
import com.gmservices.requests.Reviews.Review;
import com.gmservices.shell.PublicFace;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out the page that a business links to: what it does and for how much, when it is open, what people say of it. */
@Component
class PublicPage {

    private static final int OFFERINGS = 60;
    private static final int OF_ONE_DOMAIN = 6;
    private static final int REVIEWS = 5;
    private static final int NAMED = 5;

    private final Catalogue catalogue;
    private final Reviews reviews;
    private final Members members;
    private final Tenants tenants;
    private final SchemaOrg schema;
    private final Links links;
    private final MessageSource messages;
    private final Clock clock;

    PublicPage(
            Catalogue catalogue,
            Reviews reviews,
            Members members,
            Tenants tenants,
            SchemaOrg schema,
            Links links,
            MessageSource messages,
            Clock clock) {
        this.catalogue = catalogue;
        this.reviews = reviews;
        this.members = members;
        this.tenants = tenants;
        this.schema = schema;
        this.links = links;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param from the least that anything with a price costs */
    record Group(Domain domain, @Nullable Money from, List<Offering> offerings, boolean more) {}

    /** @param at when that changes; null when it does not soon */
    record Opening(boolean open, @Nullable ZonedDateTime at, boolean today) {}

    record Voice(String by, int rating, @Nullable String comment, ZonedDateTime at) {}

    void fill(Site site, Model model) {
        Tenant tenant = tenants.current();
        Page<Offering> offerings = catalogue.list(new Filter(null, null, false), Cursor.newest(), OFFERINGS);
        Rating rating = reviews.overall();
        String description = description(tenant, offerings.data());
        model.addAttribute("groups", groups(offerings));
        model.addAttribute("rating", rating);
        model.addAttribute("voices", rating.count() == 0 ? List.of() : voices(site.timeZone()));
        model.addAttribute("opening", opening(site));
        model.addAttribute(
                "face",
                new PublicFace(
                        text("customers.public.title", tenant.name(), domains(tenant)),
                        description,
                        links.tenant(tenant, "/home"),
                        schema.business(tenant, description, site, offerings.data(), rating)));
    }

    /** In the order of the domains, and within one as the catalogue has them. */
    private static List<Group> groups(Page<Offering> offerings) {
        Map<Domain, List<Offering>> byDomain =
                offerings.data().stream().collect(Collectors.groupingBy(Offering::domain));
        return byDomain.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> new Group(
                        group.getKey(),
                        from(group.getValue()),
                        group.getValue().stream().limit(OF_ONE_DOMAIN).toList(),
                        group.getValue().size() > OF_ONE_DOMAIN || offerings.hasMore()))
                .toList();
    }

    private static @Nullable Money from(List<Offering> offerings) {
        return offerings.stream()
                .flatMap(offering -> Stream.ofNullable(offering.price()))
                .min(Comparator.comparingLong(Money::amount))
                .orElse(null);
    }

    private Opening opening(Site site) {
        OpeningHours hours = site.openingHours();
        ZoneId zone = site.timeZone();
        Instant now = clock.instant();
        boolean open = hours.isOpenAt(now, zone);
        Optional<ZonedDateTime> at =
                (open ? hours.closesAfter(now, zone) : hours.opensAfter(now, zone)).map(moment -> moment.atZone(zone));
        boolean today = at.filter(
                        moment -> moment.toLocalDate().equals(now.atZone(zone).toLocalDate()))
                .isPresent();
        return new Opening(open, at.orElse(null), today);
    }

    private List<Voice> voices(ZoneId zone) {
        List<Review> latest = reviews.latest(REVIEWS);
        Map<MemberId, Member> said =
                members.findAll(latest.stream().map(Review::customer).distinct().toList());
        return latest.stream()
                .map(review -> new Voice(
                        Optional.ofNullable(said.get(review.customer()))
                                .map(member -> shortened(member.name()))
                                .orElse(""),
                        review.rating(),
                        review.comment(),
                        review.createdAt().atZone(zone)))
                .toList();
    }

    /** The first name, and of the last no more than its initial: Chidi Okafor is Chidi O. */
    static String shortened(String name) {
        String[] parts = name.strip().split("\\s+", -1);
        return parts.length == 1
                ? parts[0]
                : parts[0] + " " + Character.toString(parts[parts.length - 1].codePointAt(0)) + ".";
    }

    private String description(Tenant tenant, List<Offering> offerings) {
        String does = offerings.isEmpty()
                ? tenant.domains().stream()
                        .map(domain -> text("shell.domain.%s.text".formatted(domain.code())))
                        .collect(Collectors.joining("; "))
                : offerings.stream().limit(NAMED).map(Offering::name).collect(Collectors.joining(", "));
        return text("customers.public.description", tenant.name(), does);
    }

    private String domains(Tenant tenant) {
        return tenant.domains().stream()
                .sorted()
                .map(domain -> text("shell.domain." + domain.code()))
                .collect(Collectors.joining(", "));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
