package com.gmservices.identity;

import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.factors.Factors;
import com.gmservices.tenancy.IdentityId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page that asks somebody who has signed in to prove once more who they are. */
@Component
class StepUpPage {

    private final Factors factors;
    private final FactorFields fields;

    StepUpPage(Factors factors, FactorFields fields) {
        this.factors = factors;
        this.fields = fields;
    }

    ModelAndView show(
            IdentityId person, Wanted wanted, Optional<Factor> wish, HttpStatus status, HttpServletRequest request) {
        List<Factor> usable = factors.of(person).stepUp();
        Factor factor = wish.filter(usable::contains).orElseGet(usable::getFirst);
        var page = new ModelAndView("identity/step-up", status).addObject("wanted", wanted);
        return fields.on(page, person, factor, usable, request);
    }
}
