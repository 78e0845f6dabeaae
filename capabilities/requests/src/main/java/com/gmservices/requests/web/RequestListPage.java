package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.requests.Board.Next;
import com.gmservices.requests.Dossier;
import com.gmservices.requests.Dossiers;
import com.gmservices.requests.Dossiers.Listed;
import com.gmservices.requests.Initials;
import com.gmservices.requests.NextDates;
import com.gmservices.requests.Place;
import com.gmservices.requests.Provider;
import com.gmservices.requests.Providers;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** What the list of requests shows: to staff everything that they decide on, to a customer what is theirs. */
@Component
@Transactional(readOnly = true)
class RequestListPage {

    private static final int PER_PAGE = 25;
    private static final int MOST_PROVIDERS = 100;

    private final Dossiers dossiers;
    private final ServiceDesk desk;
    private final Providers providers;
    private final TypeChoices types;
    private final Tenants tenants;
    private final Clock clock;

    RequestListPage(
            Dossiers dossiers, ServiceDesk desk, Providers providers, TypeChoices types, Tenants tenants, Clock clock) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.providers = providers;
        this.types = types;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @param next nothing for what is closed */
    record Line(Dossier dossier, @Nullable Next next) {

        public String initials() {
            return Initials.of(dossier.customer().name());
        }
    }

    String fill(CurrentMember staff, ListParameters wanted, @Nullable Place from, Model model) {
        Listed listed = listed(staff, wanted, from, model);
        List<Provider> all = staff.may("read:providers")
                ? providers.list(staff, Cursor.newest(), MOST_PROVIDERS).data()
                : List.of();
        model.addAttribute(
                "lines",
                listed.page().data().stream()
                        .map(dossier -> new Line(
                                dossier,
                                NextDates.of(dossier.request(), clock.instant()).orElse(null)))
                        .toList());
        model.addAttribute("filter", new ListFilter(wanted, all));
        model.addAttribute("providers", all);
        model.addAttribute("types", types.with(Set.of()));
        model.addAttribute("counts", desk.openCounts(staff));
        model.addAttribute("mayAssign", staff.may("assign:requests"));
        return "requests/list";
    }

    String fillOwn(CurrentMember customer, ListParameters wanted, @Nullable Place from, Model model) {
        model.addAttribute(
                "requests", listed(customer, wanted, from, model).page().data());
        return "requests/mine";
    }

    private Listed listed(CurrentMember member, ListParameters wanted, @Nullable Place from, Model model) {
        Listed listed = dossiers.list(member, wanted.toWanted(), from, PER_PAGE);
        String next = listed.page().nextCursor();
        model.addAttribute("zone", tenants.current().timeZone());
        model.addAttribute("guessed", listed.guessed());
        model.addAttribute("first", from == null);
        model.addAttribute("more", next == null ? null : new ListFilter(wanted, List.of()).with("cursor", next));
        return listed;
    }
}
