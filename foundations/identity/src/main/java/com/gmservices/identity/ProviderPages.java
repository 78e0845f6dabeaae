package com.gmservices.identity;

import com.gmservices.tenancy.Allow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a browser sets out to another site that is to vouch for somebody. By a form of ours, as all that changes
 * something: a link from elsewhere would sign people in, or join their accounts, who meant nothing of the kind.
 */
@Controller
class ProviderPages {

    private final Providers providers;
    private final ProviderErrands errands;

    ProviderPages(Providers providers, ProviderErrands errands) {
        this.providers = providers;
        this.errands = errands;
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/sign-in/providers/{provider}")
    String setOut(
            @PathVariable String provider,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Providers.Provider site = providers.find(provider).orElseThrow(IdentityRefused.NotOffered::new);
        try {
            return "redirect:" + errands.setOut(site, request, response);
        } catch (IllegalArgumentException silence) {
            redirect.addFlashAttribute("provider", "identity.provider.failed");
            return "redirect:/sign-in";
        }
    }
}
