package com.gmservices.identity;

import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.factors.FactorRefused;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.Guesses.TooFast;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.factors.SignInSteps;
import com.gmservices.identity.factors.SignInSteps.Step;
import com.gmservices.identity.security.WebSession;
import com.gmservices.tenancy.Allow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** The second step of signing in, for whoever has set up a second factor. */
@Controller
@RequestMapping("/sign-in/step")
@Allow(Allow.EVERYONE)
class SecondStepPages {

    private final SignInSteps steps;
    private final Factors factors;
    private final FactorFields fields;
    private final Proving proving;
    private final Identities identities;
    private final WebSession session;
    private final Onward onward;

    SecondStepPages(
            SignInSteps steps,
            Factors factors,
            FactorFields fields,
            Proving proving,
            Identities identities,
            WebSession session,
            Onward onward) {
        this.steps = steps;
        this.factors = factors;
        this.fields = fields;
        this.proving = proving;
        this.identities = identities;
        this.session = session;
        this.onward = onward;
    }

    @GetMapping
    ModelAndView ask(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable Factor factor,
            HttpServletRequest request) {
        return WebSession.step(request)
                .flatMap(steps::find)
                .map(step -> page(step, factor, next, HttpStatus.OK, request))
                .orElseGet(() -> startAgain(next));
    }

    @PostMapping
    ModelAndView show(
            @RequestParam Factor factor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Opaque> token = WebSession.step(request);
        Optional<Step> step = token.flatMap(steps::attempt);
        if (step.isEmpty()) {
            return startAgain(next);
        }
        try {
            proving.second(step.get().identity(), factor, code, PasskeyNonce.take(request));
        } catch (FactorRefused | TooFast refused) {
            return page(step.get(), factor, next, HttpStatus.UNPROCESSABLE_CONTENT, request)
                    .addObject("wrong", Proving.why(refused));
        }
        List<Means> shown = List.of(step.get().shown(), Means.of(factor));
        Optional<Identity> person = token.filter(steps::finish)
                .flatMap(done -> identities.find(step.get().identity()));
        return person.map(identity -> enter(identity, shown, next, request, response))
                .orElseGet(() -> startAgain(next));
    }

    private ModelAndView enter(
            Identity identity,
            List<Means> shown,
            @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        session.complete(identity.id(), shown, request, response);
        return onward.after(next, identity.id(), identity.operator());
    }

    private ModelAndView page(
            Step step, @Nullable Factor wish, @Nullable String next, HttpStatus status, HttpServletRequest request) {
        List<Factor> usable = factors.of(step.identity()).usable();
        Factor factor = wish != null && usable.contains(wish) ? wish : usable.getFirst();
        var page = new ModelAndView("identity/second-step", status).addObject("next", next);
        return fields.on(page, step.identity(), factor, usable, request);
    }

    private static ModelAndView startAgain(@Nullable String next) {
        var page = new ModelAndView("redirect:/sign-in");
        return next == null ? page : page.addObject("next", next);
    }
}
