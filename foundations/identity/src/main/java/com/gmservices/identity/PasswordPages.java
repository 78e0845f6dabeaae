package com.gmservices.identity;

import com.gmservices.identity.MailedLinks.Purpose;
import com.gmservices.identity.security.Proofs;
import com.gmservices.identity.security.WebSession;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A forgotten password, and one that somebody would like to change. */
@Controller
class PasswordPages {

    private static final String PROVE_FIRST = "redirect:/step-up?next=/me/password";

    private final LinkWishes wishes;
    private final PasswordChanges changes;
    private final WebSession session;
    private final Proofs proofs;

    PasswordPages(LinkWishes wishes, PasswordChanges changes, WebSession session, Proofs proofs) {
        this.wishes = wishes;
        this.changes = changes;
        this.session = session;
        this.proofs = proofs;
    }

    record AddressForm(
            @NotBlank(message = "{identity.email.missing}")
            @Email(message = "{identity.email.wrong}")
            @OneLine
            @Size(max = 254, message = "{identity.too-long}")
            String email) {

        static final AddressForm EMPTY = new AddressForm("");
    }

    record NewPasswordForm(
            @NotNull @Size(max = NewPerson.LONGEST_PASSWORD, message = "{identity.too-long}")
            String password) {}

    /** The new one is called "password", as wherever one is chosen. */
    record ChangeForm(
            @NotEmpty(message = "{identity.password.present.missing}")
            @Size(max = NewPerson.LONGEST_PASSWORD, message = "{identity.too-long}")
            String presentPassword,

            @NotNull @Size(max = NewPerson.LONGEST_PASSWORD, message = "{identity.too-long}")
            String password) {}

    @Allow(Allow.EVERYONE)
    @GetMapping("/password/forgot")
    ModelAndView ask(Model model) {
        return new ModelAndView("identity/forgot", "form", AddressForm.EMPTY)
                .addObject("sentTo", model.getAttribute("sentTo"));
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/password/forgot")
    ModelAndView send(
            @Valid @ModelAttribute("form") AddressForm form, BindingResult errors, RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return new ModelAndView("identity/forgot", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        wishes.wish(Purpose.PASSWORD, form.email());
        redirect.addFlashAttribute("sentTo", form.email().strip());
        return new ModelAndView("redirect:/password/forgot");
    }

    @Allow(Allow.EVERYONE)
    @GetMapping("/password/reset/{token}")
    ModelAndView choose(@PathVariable String token) {
        return changes.ownerOf(new Opaque(token))
                .map(owner -> choice(owner, HttpStatus.OK).addObject("form", new NewPasswordForm("")))
                .orElseGet(PasswordPages::spent);
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/password/reset/{token}")
    ModelAndView reset(
            @PathVariable String token,
            @Valid @ModelAttribute("form") NewPasswordForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Identity> owner = changes.ownerOf(new Opaque(token));
        if (owner.isEmpty()) {
            return spent();
        }
        if (errors.hasErrors() || !done(() -> changes.reset(new Opaque(token), form.password()), errors)) {
            return choice(owner.get(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        session.end(request, response);
        redirect.addFlashAttribute("flash", "identity.password.changed");
        return new ModelAndView("redirect:/sign-in");
    }

    @Allow(Allow.SIGNED_IN)
    @GetMapping("/me/password")
    ModelAndView showChange(CurrentIdentity caller, HttpServletRequest request) {
        if (changes.needsProof(caller) && !proofs.isFresh(request)) {
            return new ModelAndView(PROVE_FIRST);
        }
        return new ModelAndView("identity/password", "form", new ChangeForm("", ""));
    }

    @Allow(Allow.SIGNED_IN)
    @PostMapping("/me/password")
    ModelAndView change(
            CurrentIdentity caller,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        // What was typed is not carried along by the page that asks for the proof: these are passwords.
        if (changes.needsProof(caller) && !proofs.isFresh(request)) {
            return new ModelAndView(PROVE_FIRST);
        }
        if (errors.hasErrors()
                || !done(
                        () -> changes.change(caller, form.presentPassword(), form.password(), Here.of(request)),
                        errors)) {
            return new ModelAndView("identity/password", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        session.renew(request, response);
        redirect.addFlashAttribute("flash", "identity.password.changed.here");
        return new ModelAndView("redirect:/me");
    }

    private static boolean done(Runnable work, BindingResult errors) {
        return Attempt.at(
                        () -> {
                            work.run();
                            return true;
                        },
                        errors)
                .isPresent();
    }

    private static ModelAndView choice(Identity owner, HttpStatus status) {
        return new ModelAndView("identity/reset", status).addObject("email", owner.email());
    }

    private static ModelAndView spent() {
        return new ModelAndView("identity/spent-link", HttpStatus.NOT_FOUND);
    }
}
