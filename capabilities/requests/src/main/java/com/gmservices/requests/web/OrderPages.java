package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.documents.SentFiles;
import com.gmservices.gateway.TakesFiles;
import com.gmservices.identity.Accounts;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Offering;
import com.gmservices.requests.OfferingId;
import com.gmservices.requests.RequestFiles;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.requests.details.FormView;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Members.Contact;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Ordering in three steps: say what is needed, say who one is, look it over and send it. The first needs no sign-in,
 * and what was typed there waits in the session.
 */
@Controller
@RequestMapping("/services/{id}/order")
class OrderPages {

    private static final int CUSTOMERS_TO_CHOOSE_FROM = 100;

    private final Catalogue catalogue;
    private final ServiceLines lines;
    private final DetailsDesk details;
    private final ServiceDesk desk;
    private final Accounts accounts;
    private final Members members;
    private final Sites sites;
    private final Wishes wishes;
    private final SentFiles sentFiles;

    OrderPages(
            Catalogue catalogue,
            ServiceLines lines,
            DetailsDesk details,
            ServiceDesk desk,
            Accounts accounts,
            Members members,
            Sites sites,
            Wishes wishes,
            SentFiles sentFiles) {
        this.catalogue = catalogue;
        this.lines = lines;
        this.details = details;
        this.desk = desk;
        this.accounts = accounts;
        this.members = members;
        this.sites = sites;
        this.wishes = wishes;
        this.sentFiles = sentFiles;
    }

    @Allow(Allow.VISITORS)
    @GetMapping
    String form(@PathVariable UUID id, HttpSession session, Model model) {
        Offering offering = catalogue.active(new OfferingId(id));
        return form(offering, draft(session, offering).orElseGet(Draft::empty), List.of(), model);
    }

    @Allow(Allow.VISITORS)
    @PostMapping
    String keep(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpSession session,
            Model model,
            HttpServletResponse response) {
        Offering offering = catalogue.active(new OfferingId(id));
        Draft draft = Draft.of(typed);
        session.setAttribute(attribute(offering), draft);
        if (typed.containsKey(FormView.MORE)) {
            return form(offering, draft, List.of(), model);
        }
        try {
            check(offering, draft);
        } catch (RequestRefused.Unfit unfit) {
            response.setStatus(422);
            return form(offering, draft, unfit.errors(), model);
        }
        return "redirect:/services/" + id + "/order/confirm";
    }

    @Allow(Allow.SIGNED_IN)
    @GetMapping("/confirm")
    String confirm(@PathVariable UUID id, Optional<CurrentMember> member, HttpSession session, Model model) {
        Offering offering = catalogue.active(new OfferingId(id));
        Optional<Draft> draft = draft(session, offering);
        return draft.isEmpty()
                ? "redirect:/services/" + id + "/order"
                : confirm(offering, draft.get(), member.orElse(null), List.of(), model);
    }

    @TakesFiles
    @Allow(Allow.SIGNED_IN)
    @PostMapping("/confirm")
    String send(
            @PathVariable UUID id,
            CurrentIdentity person,
            Optional<CurrentMember> known,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            HttpSession session,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Offering offering = catalogue.active(new OfferingId(id));
        Optional<Draft> draft = draft(session, offering);
        if (draft.isEmpty()) {
            return "redirect:/requests";
        }
        CurrentMember member = known.orElseGet(() -> accounts.joinAsCustomer(person));
        try {
            MemberId customer = member.isStaff() ? customer(member, Draft.of(typed)) : null;
            ServiceRequest placed = desk.place(member, wishes.read(offering, draft.get(), customer));
            session.removeAttribute(attribute(offering));
            redirect.addFlashAttribute("flash", "requests.flash.sent");
            redirect.addFlashAttribute(
                    "fileProblems", sentFiles.attach(member, RequestFiles.subject(placed.id()), false, file));
            return "redirect:/requests/" + placed.id();
        } catch (RequestRefused.Unfit unfit) {
            response.setStatus(422);
            boolean here =
                    unfit.errors().stream().allMatch(error -> error.pointer().startsWith("/customer"));
            return here
                    ? confirm(offering, draft.get(), member, unfit.errors(), model)
                    : form(offering, draft.get(), unfit.errors(), model);
        }
    }

    private String form(Offering offering, Draft draft, List<FieldError> errors, Model model) {
        model.addAttribute("offering", offering);
        model.addAttribute("form", wishes.form(offering, draft, errors));
        model.addAttribute("zone", sites.first().timeZone().getId());
        model.addAttribute("asksWhen", wishes.asksWhen(offering));
        return "requests/order";
    }

    private String confirm(
            Offering offering, Draft draft, @Nullable CurrentMember member, List<FieldError> errors, Model model) {
        ServiceType type = lines.type(offering.serviceType());
        Record filledIn = details.read(type, details.fromForm(type, draft.values()));
        model.addAttribute("offering", offering);
        model.addAttribute("form", wishes.form(offering, draft, errors));
        model.addAttribute("facts", lines.line(type.code()).card(type.code(), filledIn, offering.currency()));
        model.addAttribute("notes", draft.one("notes"));
        model.addAttribute("accept", SentFiles.ACCEPT);
        model.addAttribute("most", sentFiles.most());
        addPreferred(wishes.read(offering, draft, null).preferredAt(), model);
        if (member != null && member.isStaff()) {
            model.addAttribute(
                    "customers",
                    members.list(member, Role.CUSTOMER, null, Cursor.newest(), CUSTOMERS_TO_CHOOSE_FROM)
                            .data());
        }
        return "requests/confirm";
    }

    /** A time at which nobody is there is a wish all the same; the customer should know. */
    private void addPreferred(@Nullable Instant preferred, Model model) {
        Site site = sites.first();
        model.addAttribute("preferred", preferred == null ? null : preferred.atZone(site.timeZone()));
        model.addAttribute(
                "closedThen", preferred != null && !site.openingHours().isOpenAt(preferred, site.timeZone()));
    }

    /** All that can be said before the request is sent, so that the customer hears it while the form is open. */
    private void check(Offering offering, Draft draft) {
        desk.check(wishes.read(offering, draft, null));
    }

    /** Somebody who is known, or a new name for whoever is on the telephone. */
    private @Nullable MemberId customer(CurrentMember staff, Draft chosen) {
        String known = chosen.one("customer");
        if (known.isEmpty() || known.equals("new")) {
            String name = chosen.one("customer_name");
            if (name.isEmpty() || name.length() > 160) {
                throw new RequestRefused.Unfit("/customer_name", "Choose a customer, or give a new one's name");
            }
            return members.add(
                            staff,
                            new Contact(
                                    name, orNull(chosen.one("customer_email")), orNull(chosen.one("customer_phone"))))
                    .id();
        }
        try {
            return new MemberId(UUID.fromString(known));
        } catch (IllegalArgumentException e) {
            throw new RequestRefused.Unfit("/customer", "Choose a customer from the list");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Optional<Draft> draft(HttpSession session, Offering offering) {
        return session.getAttribute(attribute(offering)) instanceof Draft draft ? Optional.of(draft) : Optional.empty();
    }

    /** Where a draft waits in the session. */
    static String attribute(Offering offering) {
        return "order." + offering.id();
    }
}
