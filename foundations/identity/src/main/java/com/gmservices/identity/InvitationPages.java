package com.gmservices.identity;

import com.gmservices.identity.Invitations.Invitation;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.WebSession;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting people to work for a business, and what they see who follow the link. */
@Controller
class InvitationPages {

    private final Invitations invitations;
    private final WebSession session;
    private final Onward onward;

    InvitationPages(Invitations invitations, WebSession session, Onward onward) {
        this.invitations = invitations;
        this.session = session;
        this.onward = onward;
    }

    record InvitationForm(
            @NotBlank(message = "{identity.email.missing}")
            @Email(message = "{identity.email.wrong}")
            @OneLine
            @Size(max = 254, message = "{identity.too-long}")
            String email,

            @NotNull(message = "{identity.invite.role.missing}")
            @Pattern(regexp = "staff|admin", message = "{identity.invite.role.missing}")
            String role) {}

    /** What those give who prove that a link's address is theirs: a password; and names, if they are new. */
    record AnswerForm(
            @Nullable String password,

            @OneLine @Size(max = NewPerson.LONGEST_NAME, message = "{identity.too-long}") @Nullable
            String firstName,

            @OneLine @Size(max = NewPerson.LONGEST_NAME, message = "{identity.too-long}") @Nullable
            String lastName) {

        static final AnswerForm EMPTY = new AnswerForm("", "", "");

        NewPerson toPerson() {
            return new NewPerson("", password == null ? "" : password, firstName, lastName, null);
        }
    }

    @Allow("invite:members")
    @GetMapping("/members/invitations")
    ModelAndView write() {
        return new ModelAndView("identity/invite", "form", new InvitationForm("", "staff"));
    }

    @Allow("invite:members")
    @StepUp
    @PostMapping("/members/invitations")
    ModelAndView invite(
            CurrentMember admin,
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return new ModelAndView("identity/invite", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        invitations.invite(admin, form.email(), Role.of(form.role()));
        redirect.addFlashAttribute("flash", "identity.invite.sent");
        return new ModelAndView("redirect:/members");
    }

    @Allow(Allow.VISITORS)
    @GetMapping("/invitations/{token}")
    ModelAndView show(@PathVariable String token, Optional<CurrentIdentity> caller) {
        return invitations
                .find(new Opaque(token))
                .map(invitation -> page(invitation, caller, HttpStatus.OK).addObject("form", AnswerForm.EMPTY))
                .orElseGet(InvitationPages::spent);
    }

    @Allow(Allow.VISITORS)
    @PostMapping("/invitations/{token}")
    ModelAndView accept(
            @PathVariable String token,
            Optional<CurrentIdentity> caller,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Invitation> invitation = invitations.find(new Opaque(token));
        if (invitation.isEmpty()) {
            return spent();
        }
        Optional<CurrentIdentity> invited = caller.filter(invitation.get()::isFor);
        Optional<Identity> accepted = errors.hasErrors()
                ? Optional.empty()
                : Attempt.at(
                        () -> invited.map(person -> invitations.accept(new Opaque(token), person))
                                .orElseGet(() -> invitations.accept(new Opaque(token), form.toPerson())),
                        errors);
        return accepted.map(identity -> enter(identity, invited.isPresent(), request, response))
                .orElseGet(() -> page(invitation.get(), caller, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView enter(
            Identity identity, boolean signedIn, HttpServletRequest request, HttpServletResponse response) {
        return signedIn || session.begin(identity.id(), Means.PASSWORD, request, response)
                ? onward.after("/", identity.id(), identity.operator())
                : Onward.toSecondStep("/");
    }

    private ModelAndView page(Invitation invitation, Optional<CurrentIdentity> caller, HttpStatus status) {
        return new ModelAndView("identity/invitation", status)
                .addObject("invitation", invitation)
                .addObject("signedIn", caller.filter(invitation::isFor).isPresent())
                .addObject("known", invitations.isForSomebodyKnown(invitation));
    }

    private static ModelAndView spent() {
        return new ModelAndView("identity/spent-link", HttpStatus.NOT_FOUND);
    }
}
