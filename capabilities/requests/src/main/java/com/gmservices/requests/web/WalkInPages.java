package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.requests.Offering;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.WalkIns;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Sites;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One form for somebody at the counter: who, what, and at once the questions that go with it. Each of its buttons shows
 * the page again with what was typed; with script the parts come as one types.
 */
@Controller
@RequestMapping("/requests/new")
@Allow("create:requests-for-others")
class WalkInPages {

    private static final int MATCHES = 8;
    private static final int ENOUGH_TO_SEARCH = 2;

    private final WalkIns walkIns;
    private final ServiceDesk desk;
    private final Wishes wishes;
    private final Members members;
    private final Sites sites;

    WalkInPages(WalkIns walkIns, ServiceDesk desk, Wishes wishes, Members members, Sites sites) {
        this.walkIns = walkIns;
        this.desk = desk;
        this.wishes = wishes;
        this.members = members;
        this.sites = sites;
    }

    @GetMapping
    String form(CurrentMember staff, @RequestParam MultiValueMap<String, String> given, Model model) {
        return form(staff, Draft.of(given), List.of(), model);
    }

    @PostMapping
    String form(
            CurrentMember staff,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Draft draft = Draft.of(typed);
        if (!draft.one("step").equals("create")) {
            return form(staff, draft, List.of(), model);
        }
        try {
            ServiceRequest taken = take(staff, draft);
            redirect.addFlashAttribute("flash", "walk-in.taken");
            return "redirect:/requests/" + taken.id();
        } catch (RequestRefused.Unfit unfit) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(staff, draft, unfit.errors(), model);
        }
    }

    private ServiceRequest take(CurrentMember staff, Draft draft) {
        Offering offering = chosen(draft, walkIns.offerings())
                .orElseThrow(() -> new RequestRefused.Unfit("/service", "Choose what it is about"));
        if (draft.one("customer").equals("new")) {
            return walkIns.take(
                    staff, Newcomer.of(draft).contact(), customer -> wishes.read(offering, draft, customer));
        }
        MemberId customer = id(draft.one("customer"))
                .map(MemberId::new)
                .orElseThrow(() -> new RequestRefused.Unfit("/customer", "Find the customer, or take in a new one"));
        return desk.place(staff, wishes.read(offering, draft, customer));
    }

    private String form(CurrentMember staff, Draft draft, List<FieldError> errors, Model model) {
        List<Offering> offerings = walkIns.offerings();
        List<Member> matches = matches(staff, draft);
        model.addAttribute("draft", draft);
        model.addAttribute("matches", matches);
        model.addAttribute("searched", draft.one("q").length() >= ENOUGH_TO_SEARCH);
        model.addAttribute("customer", customer(draft, matches));
        model.addAttribute("newcomer", Newcomer.of(draft));
        model.addAttribute("offerings", offerings);
        model.addAttribute("errors", errors);
        model.addAttribute("zone", sites.first().timeZone().getId());
        chosen(draft, offerings).ifPresent(offering -> {
            model.addAttribute("offering", offering);
            model.addAttribute("form", wishes.form(offering, draft, errors));
            model.addAttribute("asksWhen", wishes.asksWhen(offering));
        });
        return "requests/walk-in";
    }

    private List<Member> matches(CurrentMember staff, Draft draft) {
        String words = draft.one("q");
        if (words.length() >= ENOUGH_TO_SEARCH) {
            return members.list(staff, Role.CUSTOMER, words, Cursor.newest(), MATCHES)
                    .data();
        }
        return id(draft.one("customer")).map(MemberId::new).flatMap(members::find).stream()
                .toList();
    }

    /** Whoever was chosen, or the only one it can be. Somebody new is looked for again as long as one types. */
    private static String customer(Draft draft, List<Member> matches) {
        String chosen = draft.one("customer");
        boolean found =
                matches.stream().anyMatch(member -> member.id().toString().equals(chosen));
        if (found || (chosen.equals("new") && !draft.one("step").equals("find"))) {
            return chosen;
        }
        return switch (matches.size()) {
            case 0 -> "new";
            case 1 -> matches.getFirst().id().toString();
            default -> "";
        };
    }

    private static Optional<Offering> chosen(Draft draft, List<Offering> offerings) {
        return offerings.stream()
                .filter(offering -> offering.id().toString().equals(draft.one("service")))
                .findFirst();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
