package com.gmservices.requests.web;

import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Offering;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Sites;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The same once more: lays what was told last time into the order form, where it can be changed before it is sent. */
@Controller
class AskAgain {

    private final ServiceDesk desk;
    private final Catalogue catalogue;
    private final ServiceLines lines;
    private final DetailsDesk details;
    private final Sites sites;
    private final Clock clock;

    AskAgain(ServiceDesk desk, Catalogue catalogue, ServiceLines lines, DetailsDesk details, Sites sites, Clock clock) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.lines = lines;
        this.details = details;
        this.sites = sites;
        this.clock = clock;
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/requests/{id}/again")
    String again(CurrentMember member, @PathVariable UUID id, HttpSession session, RedirectAttributes redirect) {
        ServiceRequest former = desk.find(member, new RequestId(id));
        if (!former.order().customer().equals(member.id()) || former.status().isOpen()) {
            throw new RequestRefused.NotFound("finished request");
        }
        Optional<Offering> offering = catalogue.find(former.order().offering()).filter(Offering::active);
        if (offering.isEmpty()) {
            redirect.addFlashAttribute("notice", "customers.again.gone");
            return "redirect:/services";
        }
        session.setAttribute(OrderPages.attribute(offering.get()), draft(former.order(), offering.get()));
        return "redirect:/services/%s/order".formatted(offering.get().id());
    }

    private Draft draft(ServiceRequest.Order order, Offering offering) {
        ZoneId zone = sites.first().timeZone();
        Instant now = clock.instant();
        var typed = new LinkedMultiValueMap<String, String>();
        if (order.serviceType().equals(offering.serviceType())) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            typed.putAll(details.toForm(lines.type(order.serviceType()), order.details(), today));
        }
        String tier = order.tier();
        if (tier != null && has(offering.tiers(), tier)) {
            typed.add("tier", tier);
        }
        order.addOns().stream()
                .filter(addOn -> has(offering.addOns(), addOn))
                .forEach(addOn -> typed.add("add_ons", addOn));
        if (order.notes() != null) {
            typed.add("notes", order.notes());
        }
        Instant preferred = order.preferredAt();
        if (preferred != null && preferred.isAfter(now)) {
            typed.add(
                    "preferred_at",
                    preferred
                            .atZone(zone)
                            .toLocalDateTime()
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString());
        }
        return Draft.of(typed);
    }

    private static boolean has(List<Offering.Choice> choices, String code) {
        return choices.stream().anyMatch(choice -> choice.code().equals(code));
    }
}
