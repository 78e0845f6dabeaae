package com.gmservices.identity;

import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.factors.Passkeys;
import com.gmservices.tenancy.IdentityId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** What a page needs that asks for a factor: the others to choose from, and what a passkey is to sign. */
@Component
class FactorFields {

    private final Passkeys passkeys;
    private final JsonMapper json;

    FactorFields(Passkeys passkeys, JsonMapper json) {
        this.passkeys = passkeys;
        this.json = json;
    }

    ModelAndView on(
            ModelAndView page, IdentityId person, Factor factor, List<Factor> usable, HttpServletRequest request) {
        page.addObject("factor", factor)
                .addObject("others", usable.stream().filter(it -> it != factor).toList());
        return factor == Factor.PASSKEY ? asking(page, Optional.of(person), request) : page;
    }

    /** For the passkey of somebody in particular, or of whoever it is. */
    ModelAndView asking(ModelAndView page, Optional<IdentityId> person, HttpServletRequest request) {
        return page.addObject(
                "passkeyOptions", json.writeValueAsString(passkeys.request(person, PasskeyNonce.next(request))));
    }
}
