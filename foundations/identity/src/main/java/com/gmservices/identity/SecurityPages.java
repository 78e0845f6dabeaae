package com.gmservices.identity;

import com.gmservices.identity.factors.Enrolment;
import com.gmservices.identity.factors.FactorRefused;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.Guesses.TooFast;
import com.gmservices.identity.security.Policy;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What protects somebody's account beside the password. */
@Controller
@RequestMapping("/me/security")
@Allow(Allow.SIGNED_IN)
class SecurityPages {

    private final Factors factors;
    private final Tenants tenants;
    private final Policy policy;

    SecurityPages(Factors factors, Tenants tenants, Policy policy) {
        this.factors = factors;
        this.tenants = tenants;
        this.policy = policy;
    }

    @GetMapping
    ModelAndView show(CurrentIdentity caller, @RequestParam(required = false) @Nullable String needed) {
        return new ModelAndView("identity/security")
                .addObject("factors", factors.of(caller.id()))
                .addObject("passkeys", factors.passkeys(caller))
                .addObject("zone", zone())
                .addObject("needed", needed == null || factors.areOn(caller.id()) ? null : asked(needed));
    }

    /** Of whom a second factor is asked, and whether they can go on without. */
    private String asked(String needed) {
        if (!needed.equals("operator")) {
            return "team";
        }
        return policy.isAskedOfOperators() ? "operator" : "trying";
    }

    @StepUp
    @PostMapping("/authenticator")
    String begin(CurrentIdentity caller) {
        factors.begin(caller);
        return "redirect:/me/security/authenticator";
    }

    @GetMapping("/authenticator")
    ModelAndView scan(CurrentIdentity caller) {
        return factors.pending(caller)
                .map(enrolment -> setup(enrolment, HttpStatus.OK))
                .orElseGet(SecurityPages::back);
    }

    @PostMapping("/authenticator/verify")
    ModelAndView verify(CurrentIdentity caller, @RequestParam(defaultValue = "") String code) {
        Optional<Enrolment> pending = factors.pending(caller);
        if (pending.isEmpty()) {
            return back();
        }
        try {
            return codes(factors.confirm(caller, code)).addObject("news", "identity.codes.on");
        } catch (FactorRefused | TooFast refused) {
            return setup(pending.get(), HttpStatus.UNPROCESSABLE_CONTENT).addObject("wrong", Proving.why(refused));
        }
    }

    @StepUp
    @PostMapping("/authenticator/remove")
    String remove(CurrentIdentity caller, RedirectAttributes redirect) {
        factors.removeAuthenticator(caller);
        redirect.addFlashAttribute("flash", "identity.security.removed");
        return "redirect:/me/security";
    }

    @StepUp
    @PostMapping("/codes")
    ModelAndView renew(CurrentIdentity caller) {
        return codes(factors.renewCodes(caller));
    }

    /** Of the business in which one looks; people have none of their own. */
    private ZoneId zone() {
        return CurrentTenant.find().flatMap(tenants::find).map(Tenant::timeZone).orElse(ZoneOffset.UTC);
    }

    static ModelAndView codes(List<String> codes) {
        return new ModelAndView("identity/recovery-codes").addObject("codes", codes);
    }

    private static ModelAndView setup(Enrolment enrolment, HttpStatus status) {
        return new ModelAndView("identity/authenticator", status).addObject("enrolment", enrolment);
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:/me/security");
    }
}
