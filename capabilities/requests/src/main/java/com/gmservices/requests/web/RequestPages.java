package com.gmservices.requests.web;

import com.gmservices.requests.Dossiers;
import com.gmservices.requests.Place;
import com.gmservices.requests.RequestId;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
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

    private final RequestListPage list;
    private final Dossiers dossiers;
    private final RequestPage page;

    RequestPages(RequestListPage list, Dossiers dossiers, RequestPage page) {
        this.list = list;
        this.dossiers = dossiers;
        this.page = page;
    }

    @Allow(Allow.MEMBERS)
    @GetMapping
    String list(
            CurrentMember member,
            ListParameters wanted,
            @RequestParam(required = false) @Nullable Place cursor,
            Model model) {
        return member.may("read:all-requests")
                ? list.fill(member, wanted, cursor, model)
                : list.fillOwn(member, wanted, cursor, model);
    }

    /** What follows on what is shown. */
    @Allow("read:all-requests")
    @GetMapping(headers = "HX-Request", params = "cursor")
    String more(CurrentMember member, ListParameters wanted, @RequestParam Place cursor, Model model) {
        return list.fill(member, wanted, cursor, model) + " :: rows";
    }

    @Allow(Allow.MEMBERS)
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    String show(CurrentMember member, @PathVariable UUID id, Model model) {
        page.fill(member, dossiers.open(member, new RequestId(id)), model);
        return "requests/show";
    }
}
