package com.gmservices.identity;

import com.gmservices.database.Revision;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people see and change of themselves. */
@Controller
@RequestMapping("/me")
@Allow(Allow.SIGNED_IN)
class MePages {

    private final Profiles profiles;
    private final Providers providers;

    MePages(Profiles profiles, Providers providers) {
        this.profiles = profiles;
        this.providers = providers;
    }

    @ModelAttribute("providers")
    Map<String, String> providers() {
        return providers.offered();
    }

    record ProfileForm(
            @NotBlank(message = "{identity.first-name.missing}")
            @OneLine
            @Size(max = NewPerson.LONGEST_NAME, message = "{identity.too-long}")
            String firstName,

            @OneLine @Size(max = NewPerson.LONGEST_NAME, message = "{identity.too-long}") @Nullable
            String lastName,

            @OneLine @Size(max = 40, message = "{identity.too-long}") @Nullable
            String phone,

            @NotNull @Pattern(regexp = "[0-9]{1,9}") String revision) {

        static ProfileForm of(Identity identity) {
            return new ProfileForm(
                    identity.firstName(), identity.lastName(), identity.phone(), String.valueOf(identity.revision()));
        }

        Profiles.Change toChange() {
            return new Profiles.Change(firstName, lastName == null ? "" : lastName, phone == null ? "" : phone);
        }
    }

    @GetMapping
    ModelAndView show(CurrentIdentity caller) {
        Identity identity = profiles.find(caller);
        return new ModelAndView("identity/me", "form", ProfileForm.of(identity))
                .addObject("verified", identity.emailVerified());
    }

    @PostMapping
    ModelAndView change(
            CurrentIdentity caller,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return new ModelAndView("identity/me", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("verified", profiles.find(caller).emailVerified());
        }
        profiles.change(caller, new Revision(Integer.parseInt(form.revision())), form.toChange());
        redirect.addFlashAttribute("flash", "identity.me.saved");
        return new ModelAndView("redirect:/me");
    }

    @GetMapping("/businesses")
    ModelAndView businesses(CurrentIdentity caller) {
        return new ModelAndView("identity/businesses", "businesses", profiles.businesses(caller));
    }
}
