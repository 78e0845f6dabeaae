package com.gmservices.identity;

import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.factors.FactorRefused;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.Factors.State;
import com.gmservices.identity.factors.Guesses.TooFast;
import com.gmservices.identity.security.Proofs;
import com.gmservices.identity.security.SignedIn;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    private final Factors factors;
    private final Proving proving;
    private final Proofs proofs;

    StepUpPages(Factors factors, Proving proving, Proofs proofs) {
        this.factors = factors;
        this.proving = proving;
        this.proofs = proofs;
    }

    @GetMapping
    ModelAndView ask(CurrentIdentity caller, @RequestParam(required = false) @Nullable String next) {
        State state = factors.of(caller.id());
        return page(Wanted.page(next), state, state.stepUp().getFirst(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView prove(
            CurrentIdentity caller,
            SignedIn signedIn,
            @RequestParam Factor factor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable Factor other,
            HttpServletRequest request,
            HttpServletResponse response) {
        Wanted wanted = Wanted.carried(request);
        if (other != null) {
            return page(wanted, factors.of(caller.id()), other, HttpStatus.OK);
        }
        try {
            proving.again(caller.id(), factor, code, PasskeyNonce.take(request));
        } catch (FactorRefused | TooFast refused) {
            return page(wanted, factors.of(caller.id()), factor, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("wrong", refused instanceof TooFast ? "identity.step.too-fast" : "identity.step.wrong");
        }
        proofs.renew(signedIn, request, response);
        return wanted.stays()
                ? new ModelAndView("identity/step-up-done", "wanted", wanted)
                : Onward.back(wanted.path());
    }

    static ModelAndView page(Wanted wanted, State state, Factor factor, HttpStatus status) {
        return new ModelAndView("identity/step-up", status)
                .addObject("wanted", wanted)
                .addObject("factor", factor)
                .addObject(
                        "others",
                        state.stepUp().stream().filter(it -> it != factor).toList());
    }
}
