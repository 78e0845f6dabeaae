package com.gmservices.identity;

import com.gmservices.identity.InvitationPages.AnswerForm;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.WebSession;
import com.gmservices.tenancy.Allow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the link leads that makes somebody an operator, whose next step is to set up a second factor. */
@Controller
@RequestMapping("/operator/claim/{token}")
@Allow(Allow.EVERYONE)
class OperatorPages {

    private final Operators operators;
    private final WebSession session;

    OperatorPages(Operators operators, WebSession session) {
        this.operators = operators;
        this.session = session;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token) {
        return operators
                .find(new Opaque(token))
                .map(claim -> page(claim, HttpStatus.OK).addObject("form", AnswerForm.EMPTY))
                .orElseGet(OperatorPages::spent);
    }

    @PostMapping
    ModelAndView claim(
            @PathVariable String token,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Operators.Claim> claim = operators.find(new Opaque(token));
        if (claim.isEmpty()) {
            return spent();
        }
        Optional<Identity> operator = errors.hasErrors()
                ? Optional.empty()
                : Attempt.at(() -> operators.claim(new Opaque(token), form.toPerson()), errors);
        return operator.map(identity -> enter(identity, request, response))
                .orElseGet(() -> page(claim.get(), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView enter(Identity identity, HttpServletRequest request, HttpServletResponse response) {
        return session.begin(identity.id(), Means.PASSWORD, request, response)
                ? new ModelAndView("redirect:/me/security?needed=operator")
                : Onward.toSecondStep("/operator/tenants");
    }

    private static ModelAndView page(Operators.Claim claim, HttpStatus status) {
        return new ModelAndView("identity/claim", status).addObject("claim", claim);
    }

    private static ModelAndView spent() {
        return new ModelAndView("identity/spent-link", HttpStatus.NOT_FOUND);
    }
}
