package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Accent;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Tenants;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a business says of itself. */
@Controller
@RequestMapping("/settings")
@Allow("update:tenant")
class SettingsPages {

    private static final String PAGE = "tenancy/settings";

    private final Tenants tenants;

    SettingsPages(Tenants tenants) {
        this.tenants = tenants;
    }

    @ModelAttribute("allDomains")
    Domain[] domains() {
        return Domain.values();
    }

    @GetMapping
    String show(Model model) {
        SettingsForm form = SettingsForm.of(tenants.current());
        model.addAttribute("form", form);
        addPreview(model, form.accent());
        return PAGE;
    }

    @PostMapping
    ModelAndView change(
            CurrentMember admin,
            @Valid @ModelAttribute("form") SettingsForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (Saving.succeeds(errors, () -> tenants.change(admin, form.revision(), form.change()))) {
            redirect.addFlashAttribute("flash", "tenancy.saved");
            return new ModelAndView("redirect:/settings");
        }
        addPreview(model, form.accent());
        return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What white text looks like on a colour, while it is being chosen. */
    @GetMapping("/accent")
    String preview(@RequestParam(defaultValue = "") String accent, Model model) {
        addPreview(model, accent);
        return PAGE + " :: preview";
    }

    /** A form may come without a colour: not every browser has a field for it. */
    private static void addPreview(Model model, @Nullable String accent) {
        String wish = Objects.requireNonNullElse(accent, "").toLowerCase(Locale.ROOT);
        String colour = Accent.isColour(wish) ? wish : Accent.DEFAULT;
        model.addAttribute("colour", colour);
        // Rounded down, so that 4.49 is not said to be the 4.5 that is needed.
        model.addAttribute("contrast", Math.floor(Accent.contrast(colour) * 10) / 10);
        model.addAttribute("readable", Accent.carriesWhiteText(colour));
        model.addAttribute("darker", Accent.darkened(colour));
    }
}
