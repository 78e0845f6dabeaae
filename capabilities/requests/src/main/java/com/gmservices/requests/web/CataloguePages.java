package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Catalogue.Filter;
import com.gmservices.requests.Offering;
import com.gmservices.requests.OfferingId;
import com.gmservices.requests.Proposals;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.requests.details.FormView;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Tenants;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue, for those who look after it. */
@Controller
@RequestMapping("/catalogue")
@Allow("update:catalogue")
class CataloguePages {

    private static final String FORM = "requests/catalogue/offering";

    private final Catalogue catalogue;
    private final Proposals proposals;
    private final TypeChoices types;
    private final Tenants tenants;
    private final ServiceLines lines;
    private final DetailsDesk details;

    CataloguePages(
            Catalogue catalogue,
            Proposals proposals,
            TypeChoices types,
            Tenants tenants,
            ServiceLines lines,
            DetailsDesk details) {
        this.catalogue = catalogue;
        this.proposals = proposals;
        this.types = types;
        this.tenants = tenants;
        this.lines = lines;
        this.details = details;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Domain domain,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        Page<Offering> page =
                catalogue.list(new Filter(domain, q, true), cursor == null ? Cursor.newest() : cursor, Page.MAX_LIMIT);
        boolean empty = page.data().isEmpty() && q.isBlank() && domain == null && cursor == null;
        model.addAttribute("page", page);
        model.addAttribute("q", q);
        model.addAttribute("domain", domain);
        model.addAttribute("domains", types.with(Set.of()).keySet());
        model.addAttribute("empty", empty);
        model.addAttribute("proposals", empty ? proposals.open() : List.of());
        return "requests/catalogue/index";
    }

    @GetMapping("/new")
    String create(@RequestParam(defaultValue = "") String type, Model model) {
        model.addAttribute("form", OfferingForm.empty(type));
        model.addAttribute("proposals", proposals.open());
        model.addAttribute("types", types.with(Set.of()));
        return FORM;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Locale locale, Model model) {
        Offering offering = find(id);
        model.addAttribute("form", OfferingForm.of(offering, locale));
        model.addAttribute("offering", offering);
        model.addAttribute("types", types.with(Set.of(offering.serviceType())));
        return FORM;
    }

    /** What customers will see, whether it is on offer yet or not. */
    @GetMapping("/{id}/preview")
    String preview(@PathVariable UUID id, Model model) {
        Offering offering = find(id);
        model.addAttribute("offering", offering);
        model.addAttribute("preview", true);
        model.addAttribute(
                "form",
                new FormView(
                        details.form(lines.type(offering.serviceType())), offering.currency(), Map.of(), List.of()));
        return "requests/catalogue/preview";
    }

    @PostMapping("/{id}/position")
    String place(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Domain domain) {
        UUID other = Objects.requireNonNullElse(before == null ? after : before, id);
        catalogue.place(admin, new OfferingId(id), new OfferingId(other), before == null);
        return "redirect:/catalogue" + (domain == null ? "" : "?domain=" + domain.code());
    }

    @PostMapping("/proposals")
    String addProposals(CurrentMember admin, RedirectAttributes redirect) {
        proposals.addAll(admin);
        redirect.addFlashAttribute("flash", "catalogue.proposals.added");
        return "redirect:/catalogue";
    }

    @PostMapping
    ModelAndView add(
            CurrentMember admin,
            @Valid @ModelAttribute("form") OfferingForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        if (save(errors, locale, draft -> catalogue.add(admin, draft))) {
            redirect.addFlashAttribute("flash", "catalogue.added");
            return new ModelAndView("redirect:/catalogue");
        }
        model.addAttribute("proposals", List.of());
        model.addAttribute("types", types.with(Set.of()));
        return new ModelAndView(FORM, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            CurrentMember admin,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") OfferingForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Offering offering = find(id);
        if (save(errors, locale, draft -> catalogue.change(admin, offering.id(), form.revision(), draft))) {
            redirect.addFlashAttribute("flash", "catalogue.saved");
            return new ModelAndView("redirect:/catalogue");
        }
        model.addAttribute("offering", offering);
        model.addAttribute("types", types.with(Set.of(offering.serviceType())));
        return new ModelAndView(FORM, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean save(BindingResult errors, Locale locale, Consumer<Draft> work) {
        OfferingForm form = Saving.form(errors, OfferingForm.class);
        Draft draft = form.draft(tenants.current().currency(), locale, errors);
        return Saving.succeeds(errors, () -> work.accept(draft));
    }

    private Offering find(UUID id) {
        return catalogue.find(new OfferingId(id)).orElseThrow(() -> new RequestRefused.NotFound("service"));
    }
}
