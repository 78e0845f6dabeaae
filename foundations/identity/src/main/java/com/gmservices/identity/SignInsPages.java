package com.gmservices.identity;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody is signed in, and how they end it from here. */
@Controller
@RequestMapping("/me/sessions")
@Allow(Allow.SIGNED_IN)
class SignInsPages {

    private final SignIns signIns;

    SignInsPages(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping
    ModelAndView show(CurrentIdentity caller, HttpServletRequest request) {
        return new ModelAndView("identity/sessions", "places", signIns.of(caller, Here.of(request)));
    }

    @PostMapping("/{id}/end")
    String end(CurrentIdentity caller, @PathVariable UUID id, RedirectAttributes redirect) {
        signIns.end(caller, id);
        redirect.addFlashAttribute("flash", "identity.sessions.ended");
        return "redirect:/me/sessions";
    }

    @PostMapping("/end-others")
    String endOthers(CurrentIdentity caller, HttpServletRequest request, RedirectAttributes redirect) {
        signIns.endOthers(caller, Here.of(request));
        redirect.addFlashAttribute("flash", "identity.sessions.ended.others");
        return "redirect:/me/sessions";
    }
}
