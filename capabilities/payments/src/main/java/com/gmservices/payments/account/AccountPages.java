package com.gmservices.payments.account;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import java.util.Currency;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Through whom a business is paid. What is secret goes in and is never shown again. */
@Controller
@RequestMapping("/settings/gateways")
@Allow(Settings.MANAGE)
class AccountPages {

    private static final String LIST = "redirect:/settings/gateways";

    private final Settings settings;
    private final Tenants tenants;
    private final Links links;

    AccountPages(Settings settings, Tenants tenants, Links links) {
        this.settings = settings;
        this.tenants = tenants;
        this.links = links;
    }

    @GetMapping
    String list(CurrentMember admin, Model model) {
        return list(admin, new LimitForm(tenants.current().currency().getCurrencyCode(), null, null), null, model);
    }

    @GetMapping("/{gateway}")
    String edit(CurrentMember admin, @PathVariable String gateway, Model model) {
        Setting setting = settings.find(admin, gateway);
        model.addAttribute("form", AccountForm.of(setting));
        return form(setting, model);
    }

    @PostMapping("/{gateway}")
    @StepUp
    ModelAndView save(
            CurrentMember admin,
            @PathVariable String gateway,
            @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Setting setting = settings.find(admin, gateway);
        Settings.Wish wish = form.wish(setting, settings, errors);
        if (!errors.hasErrors()) {
            try {
                settings.save(admin, gateway, wish);
                redirect.addFlashAttribute("flash", "gateways.saved");
                return new ModelAndView(LIST);
            } catch (AccountRefused.ChangedMeanwhile refused) {
                errors.reject("gateways.changed");
            }
        }
        form(setting, model);
        return new ModelAndView("payments/gateways/form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{gateway}/check")
    String check(CurrentMember admin, @PathVariable String gateway) {
        settings.check(admin, gateway);
        return LIST + "#" + gateway;
    }

    @PostMapping("/{gateway}/preference")
    String prefer(CurrentMember admin, @PathVariable String gateway) {
        settings.prefer(admin, gateway);
        return LIST;
    }

    @PostMapping("/limits")
    ModelAndView limit(
            CurrentMember admin, @ModelAttribute("limit") LimitForm form, Model model, RedirectAttributes redirect) {
        var limit = form.limit();
        if (limit.isPresent()) {
            settings.limit(admin, limit.get());
            redirect.addFlashAttribute("flash", "gateways.limit.saved");
            return new ModelAndView(LIST);
        }
        return new ModelAndView(
                list(admin, form, "gateways.limit.unfit", model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/limits/{currency}/removal")
    String unlimit(CurrentMember admin, @PathVariable Currency currency) {
        settings.unlimit(admin, currency);
        return LIST;
    }

    private String list(CurrentMember admin, LimitForm limit, @Nullable String problem, Model model) {
        model.addAttribute("settings", settings.all(admin));
        model.addAttribute("limits", settings.limits(admin));
        model.addAttribute("limit", limit);
        model.addAttribute("problem", problem);
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/gateways/index";
    }

    private String form(Setting setting, Model model) {
        model.addAttribute("setting", setting);
        model.addAttribute(
                "notices",
                links.platform("/api/v1/webhooks/in/%s/%s"
                        .formatted(setting.gateway(), tenants.current().slug())));
        return "payments/gateways/form";
    }
}
