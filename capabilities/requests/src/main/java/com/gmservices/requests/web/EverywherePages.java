package com.gmservices.requests.web;

import com.gmservices.requests.Everywhere;
import com.gmservices.requests.Everywhere.Asked;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One place for what somebody has asked for, whichever businesses they asked. */
@Controller
class EverywherePages {

    private final Everywhere everywhere;
    private final ServiceLines lines;

    EverywherePages(Everywhere everywhere, ServiceLines lines) {
        this.everywhere = everywhere;
        this.lines = lines;
    }

    /** @param where and next are message keys */
    record Line(
            Asked asked,
            String where,
            String next,
            @Nullable LocalDate until) {}

    record Business(Tenant tenant, List<Line> lines) {}

    @Allow(Allow.SIGNED_IN)
    @GetMapping("/me/requests")
    String show(CurrentIdentity person, Model model) {
        Everywhere.Found found = everywhere.of(person);
        model.addAttribute(
                "businesses",
                found.businesses().stream()
                        .map(at -> new Business(
                                at.tenant(),
                                at.requests().stream()
                                        .map(asked -> line(asked, at.tenant()))
                                        .toList()))
                        .toList());
        model.addAttribute("more", found.more());
        return "requests/everywhere";
    }

    private Line line(Asked asked, Tenant tenant) {
        ServiceRequest request = asked.request();
        String type = request.order().serviceType();
        String status = request.status().code();
        Instant until = request.standing().quote().validUntil();
        return new Line(
                asked,
                lines.line(type).status(type, request.status()).orElse("requests.status." + status),
                "requests.next.customer." + status,
                until == null ? null : LocalDate.ofInstant(until, tenant.timeZone()));
    }
}
