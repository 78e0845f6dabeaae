package com.gmservices.identity;

import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.WebSession;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in and out, and becoming a customer. */
@Controller
class SignInPages {

    private final SignIn signIn;
    private final Accounts accounts;
    private final WebSession session;
    private final Onward onward;
    private final SignInTrail trail;
    private final Providers providers;

    SignInPages(
            SignIn signIn,
            Accounts accounts,
            WebSession session,
            Onward onward,
            SignInTrail trail,
            Providers providers) {
        this.providers = providers;
        this.signIn = signIn;
        this.accounts = accounts;
        this.session = session;
        this.onward = onward;
        this.trail = trail;
    }

    record SignInForm(
            @NotBlank(message = "{identity.email.missing}") @Size(max = 254, message = "{identity.too-long}")
            String email,

            @NotEmpty(message = "{identity.password.missing}")
            @Size(max = NewPerson.LONGEST_PASSWORD, message = "{identity.too-long}")
            String password) {}

    @ModelAttribute("providers")
    Map<String, String> providers() {
        return providers.offered();
    }

    /** Both pages hand on where to go afterwards. */
    @ModelAttribute("next")
    @Nullable
    String next(@RequestParam(required = false) @Nullable String next) {
        return next;
    }

    @Allow(Allow.EVERYONE)
    @GetMapping("/sign-in")
    ModelAndView show(
            Optional<CurrentIdentity> caller, @RequestParam(required = false) @Nullable String next, Model model) {
        String email = model.getAttribute("known") instanceof String known ? known : "";
        return caller.map(person -> onward.after(next, person.id(), person.operator()))
                .orElseGet(() -> new ModelAndView("identity/sign-in", "form", new SignInForm(email, "")));
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/sign-in")
    ModelAndView signIn(
            @Valid @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            Optional<Identity> identity = Attempt.at(() -> signIn.authenticate(form.email(), form.password()), errors)
                    .flatMap(found -> found);
            if (identity.isPresent()) {
                return enter(identity.get(), next, request, response);
            }
            if (!errors.hasErrors()) {
                errors.reject("identity.sign-in.wrong");
            }
        }
        return again("identity/sign-in");
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/sign-out")
    String signOut(Optional<CurrentIdentity> caller, HttpServletRequest request, HttpServletResponse response) {
        caller.ifPresent(person -> trail.signedOut(person.id()));
        session.end(request, response);
        return "redirect:/";
    }

    @Allow(Allow.VISITORS)
    @GetMapping("/register")
    ModelAndView showRegistration(
            Optional<CurrentIdentity> caller, @RequestParam(required = false) @Nullable String next) {
        return caller.map(person -> onward.after(next, person.id(), person.operator()))
                .orElseGet(() -> new ModelAndView("identity/register", "form", PersonForm.EMPTY));
    }

    @Allow(Allow.VISITORS)
    @PostMapping("/register")
    ModelAndView register(
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return again("identity/register");
        }
        Optional<Optional<Identity>> registered = Attempt.at(() -> accounts.register(form.toPerson()), errors);
        if (registered.isEmpty()) {
            return again("identity/register");
        }
        return registered
                .get()
                .map(identity -> {
                    if (!identity.emailVerified()) {
                        redirect.addFlashAttribute("flash", "identity.verify.sent");
                    }
                    return enter(identity, next, request, response);
                })
                .orElseGet(() -> {
                    redirect.addFlashAttribute("known", form.email());
                    if (next != null) {
                        redirect.addAttribute("next", next);
                    }
                    return new ModelAndView("redirect:/sign-in");
                });
    }

    private ModelAndView enter(
            Identity identity, @Nullable String next, HttpServletRequest request, HttpServletResponse response) {
        return session.begin(identity.id(), Means.PASSWORD, request, response)
                ? onward.after(next, identity.id(), identity.operator())
                : Onward.toSecondStep(next);
    }

    private static ModelAndView again(String page) {
        return new ModelAndView(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
