package com.gmservices.identity;

import com.gmservices.identity.MailedLinks.Purpose;
import com.gmservices.identity.PasswordPages.AddressForm;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.WebSession;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** Where links lead that confirm an address or sign in. Opening one does nothing yet: that is for the button to do. */
@Controller
@Allow(Allow.EVERYONE)
class LinkPages {

    private final ProvenAddresses addresses;
    private final LinkWishes wishes;
    private final WebSession session;
    private final Onward onward;
    private final SignInTrail trail;

    LinkPages(ProvenAddresses addresses, LinkWishes wishes, WebSession session, Onward onward, SignInTrail trail) {
        this.addresses = addresses;
        this.wishes = wishes;
        this.session = session;
        this.onward = onward;
        this.trail = trail;
    }

    @GetMapping("/verify-email/{token}")
    ModelAndView showVerification(@PathVariable String token) {
        return page("identity/verify-email", token, Purpose.ADDRESS);
    }

    @PostMapping("/verify-email/{token}")
    ModelAndView verify(@PathVariable String token, Optional<CurrentIdentity> caller, RedirectAttributes redirect) {
        if (addresses.prove(new Opaque(token), Purpose.ADDRESS).isEmpty()) {
            return spent();
        }
        redirect.addFlashAttribute("flash", "identity.verify.done");
        return new ModelAndView(caller.isPresent() ? "redirect:/me" : "redirect:/sign-in");
    }

    @Allow(Allow.SIGNED_IN)
    @PostMapping("/me/verify-email")
    String sendAgain(CurrentIdentity caller, RedirectAttributes redirect) {
        addresses.ask(caller);
        redirect.addFlashAttribute("flash", "identity.verify.sent");
        return "redirect:/me";
    }

    @GetMapping("/sign-in/link")
    ModelAndView ask(Model model) {
        return new ModelAndView("identity/link", "form", AddressForm.EMPTY)
                .addObject("sentTo", model.getAttribute("sentTo"));
    }

    @PostMapping("/sign-in/link")
    ModelAndView send(
            @Valid @ModelAttribute("form") AddressForm form, BindingResult errors, RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return new ModelAndView("identity/link", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        wishes.wish(Purpose.SIGN_IN, form.email());
        redirect.addFlashAttribute("sentTo", form.email().strip());
        return new ModelAndView("redirect:/sign-in/link");
    }

    @GetMapping("/sign-in/link/{token}")
    ModelAndView showSignIn(@PathVariable String token) {
        return page("identity/link-opened", token, Purpose.SIGN_IN);
    }

    @PostMapping("/sign-in/link/{token}")
    ModelAndView signIn(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return addresses
                .prove(new Opaque(token), Purpose.SIGN_IN)
                .map(identity -> session.begin(identity.id(), Means.MAILED_LINK, request, response)
                        ? onward.after(null, identity.id(), identity.operator())
                        : Onward.toSecondStep(null))
                .orElseGet(this::turnedAway);
    }

    private ModelAndView turnedAway() {
        trail.turnedAway(Means.MAILED_LINK);
        return spent();
    }

    private ModelAndView page(String view, String token, Purpose purpose) {
        return addresses
                .ownerOf(new Opaque(token), purpose)
                .map(owner -> new ModelAndView(view, "email", owner.email()))
                .orElseGet(LinkPages::spent);
    }

    private static ModelAndView spent() {
        return new ModelAndView("identity/spent-link", HttpStatus.NOT_FOUND);
    }
}
