package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.requests.Dossiers;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of requests, and the page of one: the same for customer and staff, each with what they may do. */
@Controller
@RequestMapping("/requests")
class RequestPages {

    private static final int PER_PAGE = 25;

    private final ServiceDesk desk;
    private final Dossiers dossiers;
    private final RequestPage page;
    private final Tenants tenants;

    RequestPages(ServiceDesk desk, Dossiers dossiers, RequestPage page, Tenants tenants) {
        this.desk = desk;
        this.dossiers = dossiers;
        this.page = page;
        this.tenants = tenants;
    }

    @Allow(Allow.MEMBERS)
    @GetMapping
    String list(
            CurrentMember member,
            @RequestParam(required = false) @Nullable RequestStatus status,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        boolean staff = member.may("read:all-requests");
        model.addAttribute(
                "requests", dossiers.list(member, false, status, cursor == null ? Cursor.newest() : cursor, PER_PAGE));
        model.addAttribute("status", status);
        model.addAttribute("statuses", RequestStatus.values());
        model.addAttribute("zone", tenants.current().timeZone());
        if (staff) {
            model.addAttribute("counts", desk.counts(member));
        }
        return staff ? "requests/list" : "requests/mine";
    }

    @Allow(Allow.MEMBERS)
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    String show(CurrentMember member, @PathVariable UUID id, Model model) {
        page.fill(member, dossiers.open(member, new RequestId(id)), model);
        return "requests/show";
    }
}
