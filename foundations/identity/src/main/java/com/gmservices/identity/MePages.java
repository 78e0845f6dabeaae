package com.gmservices.identity;

import com.gmservices.database.Revision;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.StepUp;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final ExternalLogins logins;

    MePages(Profiles profiles, Providers providers, ExternalLogins logins) {
        this.profiles = profiles;
        this.providers = providers;
        this.logins = logins;
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
        return page(identity, HttpStatus.OK).addObject("form", ProfileForm.of(identity));
    }

    private ModelAndView page(Identity identity, HttpStatus status) {
        List<ExternalLogins.Joined> joined = logins.of(identity.toCurrent());
        Map<String, String> others = providers.offered();
        joined.forEach(one -> others.remove(one.provider().code()));
        return new ModelAndView("identity/me", status)
                .addObject("verified", identity.emailVerified())
                .addObject("joined", joined)
                .addObject("providers", others);
    }

    @PostMapping
    ModelAndView change(
            CurrentIdentity caller,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return page(profiles.find(caller), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        profiles.change(caller, new Revision(Integer.parseInt(form.revision())), form.toChange());
        redirect.addFlashAttribute("flash", "identity.me.saved");
        return new ModelAndView("redirect:/me");
    }

    @StepUp
    @PostMapping("/providers/{provider}/remove")
    String removeProvider(CurrentIdentity caller, @PathVariable String provider, RedirectAttributes redirect) {
        try {
            logins.remove(caller, provider);
            redirect.addFlashAttribute("flash", "identity.provider.removed");
        } catch (IdentityRefused.LastWay refused) {
            redirect.addFlashAttribute("lastWay", true);
        }
        return "redirect:/me";
    }

    @GetMapping("/businesses")
    ModelAndView businesses(CurrentIdentity caller) {
        return new ModelAndView("identity/businesses", "businesses", profiles.businesses(caller));
    }
}
