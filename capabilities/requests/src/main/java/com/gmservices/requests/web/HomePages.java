package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Catalogue.Filter;
import com.gmservices.requests.Offering;
import com.gmservices.requests.OfferingId;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.Reviews;
import com.gmservices.shell.StartPage;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.SpecialDay;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a business shows to everybody: its page, its services. */
@Controller
class HomePages {

    private static final int PER_PAGE = 24;
    private static final int REVIEWS = 10;
    private static final int DAYS_AHEAD = 60;

    private final Catalogue catalogue;
    private final Reviews reviews;
    private final Tenants tenants;
    private final Sites sites;
    private final PublicPage publicPage;
    private final ObjectProvider<StartPage> starts;
    private final Clock clock;

    HomePages(
            Catalogue catalogue,
            Reviews reviews,
            Tenants tenants,
            Sites sites,
            PublicPage publicPage,
            ObjectProvider<StartPage> starts,
            Clock clock) {
        this.catalogue = catalogue;
        this.reviews = reviews;
        this.tenants = tenants;
        this.sites = sites;
        this.publicPage = publicPage;
        this.starts = starts;
        this.clock = clock;
    }

    @Allow(Allow.VISITORS)
    @GetMapping("/home")
    String home(Optional<CurrentMember> member, Model model) {
        if (member.filter(CurrentMember::isStaff).isPresent()) {
            return "redirect:"
                    + starts.stream()
                            .flatMap(start -> start.of(member.get()).stream())
                            .findFirst()
                            .orElse("/day");
        }
        List<Site> places = sites.all();
        publicPage.fill(places.getFirst(), model);
        model.addAttribute("sites", places);
        model.addAttribute("week", DayOfWeek.values());
        model.addAttribute("special", places.stream().collect(Collectors.toMap(Site::id, this::comingUp)));
        return "requests/home";
    }

    private List<SpecialDay> comingUp(Site site) {
        LocalDate today = LocalDate.now(clock.withZone(site.timeZone()));
        return site.openingHours().specialDaysFrom(today).stream()
                .takeWhile(day -> day.date().isBefore(today.plusDays(DAYS_AHEAD)))
                .toList();
    }

    @Allow(Allow.VISITORS)
    @GetMapping("/services")
    String services(
            @RequestParam(required = false) @Nullable Domain domain,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        model.addAttribute(
                "offerings",
                catalogue.list(new Filter(domain, q, false), cursor == null ? Cursor.newest() : cursor, PER_PAGE));
        model.addAttribute(
                "domains", tenants.current().domains().stream().sorted().toList());
        model.addAttribute("domain", domain);
        model.addAttribute("q", q);
        return "requests/services";
    }

    @Allow(Allow.VISITORS)
    @GetMapping("/services/{id}")
    String service(@PathVariable UUID id, Model model) {
        Offering offering = catalogue
                .find(new OfferingId(id))
                .filter(Offering::active)
                .orElseThrow(() -> new RequestRefused.NotFound("service"));
        Site site = sites.first();
        model.addAttribute("offering", offering);
        model.addAttribute(
                "reviews",
                reviews.latest(offering.id(), REVIEWS).stream()
                        .map(review -> new Said(
                                review.rating(),
                                review.comment(),
                                review.createdAt().atZone(site.timeZone())))
                        .toList());
        return "requests/service";
    }

    record Said(int rating, @Nullable String comment, ZonedDateTime at) {}
}
