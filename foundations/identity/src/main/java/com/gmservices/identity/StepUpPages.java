package com.gmservices.identity;

import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.factors.FactorRefused;
import com.gmservices.identity.factors.Guesses.TooFast;
import com.gmservices.identity.security.Proofs;
import com.gmservices.identity.security.SignedIn;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people prove once more who they are, before something that cannot be undone. */
@Controller
@RequestMapping("/step-up")
@Allow(Allow.SIGNED_IN)
class StepUpPages {

    private final StepUpPage page;
    private final Proving proving;
    private final Proofs proofs;

    StepUpPages(StepUpPage page, Proving proving, Proofs proofs) {
        this.page = page;
        this.proving = proving;
        this.proofs = proofs;
    }

    @GetMapping
    ModelAndView ask(
            CurrentIdentity caller, @RequestParam(required = false) @Nullable String next, HttpServletRequest request) {
        return page.show(caller.id(), Wanted.page(next), Optional.empty(), HttpStatus.OK, request);
    }

    @PostMapping
    ModelAndView prove(
            CurrentIdentity caller,
            SignedIn signedIn,
            @RequestParam Factor factor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Optional<Factor> other,
            HttpServletRequest request,
            HttpServletResponse response) {
        Wanted wanted = Wanted.carried(request);
        if (other.isPresent()) {
            return page.show(caller.id(), wanted, other, HttpStatus.OK, request);
        }
        try {
            proving.again(caller.id(), factor, code, PasskeyNonce.take(request));
        } catch (FactorRefused | TooFast refused) {
            return page.show(caller.id(), wanted, Optional.of(factor), HttpStatus.UNPROCESSABLE_CONTENT, request)
                    .addObject("wrong", Proving.why(refused));
        }
        proofs.renew(signedIn, request, response);
        return wanted.stays()
                ? new ModelAndView("identity/step-up-done", "wanted", wanted)
                : Onward.back(wanted.path());
    }
}
