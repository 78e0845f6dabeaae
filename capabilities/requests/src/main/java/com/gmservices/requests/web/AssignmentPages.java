package com.gmservices.requests.web;

import com.gmservices.requests.BulkAssignment;
import com.gmservices.requests.BulkAssignment.Choice;
import com.gmservices.requests.BulkAssignment.Outcome;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Providers;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Assigns what is ticked in the list, and shows the same list again with what came of it. */
@Controller
class AssignmentPages {

    private static final int MOST = 100;

    private final BulkAssignment assignment;
    private final ServiceDesk desk;
    private final Providers providers;

    AssignmentPages(BulkAssignment assignment, ServiceDesk desk, Providers providers) {
        this.assignment = assignment;
        this.desk = desk;
        this.providers = providers;
    }

    /** Kept in the session until the list is shown again. */
    record NotAssigned(UUID id, String reference, String why) implements Serializable {}

    @Allow("assign:requests")
    @PostMapping("/requests/assignments")
    String assign(
            CurrentMember staff,
            @RequestParam(name = "request", required = false) @Nullable List<Choice> choices,
            @RequestParam(required = false) @Nullable UUID assignee,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (choices != null && assignee != null) {
            var provider = new ProviderId(assignee);
            Outcome outcome =
                    assignment.assign(staff, choices.stream().limit(MOST).toList(), provider);
            redirect.addFlashAttribute("assigned", outcome.assigned());
            redirect.addFlashAttribute(
                    "assignee",
                    providers.find(provider).map(found -> found.name()).orElse(""));
            redirect.addFlashAttribute(
                    "notAssigned",
                    outcome.refused().stream()
                            .map(refused -> say(staff, refused))
                            .toList());
        }
        String query = request.getQueryString();
        return "redirect:/requests" + (query == null ? "" : "?" + query);
    }

    private NotAssigned say(CurrentMember staff, BulkAssignment.Refused refused) {
        UUID id = refused.request().value();
        String why = String.valueOf(refused.why().getMessage());
        try {
            return new NotAssigned(id, desk.find(staff, refused.request()).reference(), why);
        } catch (RequestRefused.NotFound gone) {
            return new NotAssigned(id, "", why);
        }
    }
}
