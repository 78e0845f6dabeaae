package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.SiteId;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.SpecialDay;
import com.gmservices.tenancy.TenancyRefused;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The places of a business and when they are open. */
@Controller
@RequestMapping("/settings/sites")
@Allow("update:tenant")
class SitePages {

    private static final String FORM = "tenancy/site";

    private final Sites sites;
    private final Clock clock;

    SitePages(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    @ModelAttribute("weekdays")
    DayOfWeek[] weekdays() {
        return DayOfWeek.values();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("sites", sites.all());
        return "tenancy/sites";
    }

    @GetMapping("/new")
    String create(Model model) {
        Site first = sites.first();
        model.addAttribute(
                "form",
                new SiteForm(
                        "",
                        Address.EMPTY,
                        first.timeZone(),
                        SiteForm.of(first, today(first)).days(),
                        SiteForm.of(first, today(first)).specialDays(),
                        0));
        return FORM;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        Site site = find(id);
        model.addAttribute("form", SiteForm.of(site, today(site)));
        return FORM;
    }

    @PostMapping
    ModelAndView add(
            CurrentMember admin,
            @Valid @ModelAttribute("form") SiteForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return save(errors, model, redirect, () -> sites.add(admin, form.change(today(sites.first()), List.of())));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            CurrentMember admin,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SiteForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Site site = find(id);
        LocalDate today = today(site);
        List<SpecialDay> before = site.openingHours().specialDays().stream()
                .filter(day -> day.date().isBefore(today))
                .toList();
        return save(
                errors,
                model,
                redirect,
                () -> sites.change(admin, site.id(), form.revision(), form.change(today, before)));
    }

    private Site find(UUID id) {
        return sites.find(new SiteId(id)).orElseThrow(() -> new TenancyRefused.NotFound("site"));
    }

    private LocalDate today(Site site) {
        return LocalDate.now(clock.withZone(site.timeZone()));
    }

    private static ModelAndView save(BindingResult errors, Model model, RedirectAttributes redirect, Runnable work) {
        if (Saving.succeeds(errors, work)) {
            redirect.addFlashAttribute("flash", "tenancy.saved");
            return new ModelAndView("redirect:/settings/sites");
        }
        return new ModelAndView(FORM, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
