package com.gmservices.payments;

import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.WebSession;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.IdentityId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets people in without asking for a password. */
@Controller
class Doorman {

    private final WebSession sessions;

    Doorman(WebSession sessions) {
        this.sessions = sessions;
    }

    @Allow(Allow.VISITORS)
    @GetMapping("/come-in/{identity}")
    String comeIn(
            @PathVariable UUID identity,
            @RequestParam(defaultValue = "/home") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.begin(new IdentityId(identity), Means.PASSWORD, request, response);
        return "redirect:" + next;
    }

    @Allow(Allow.VISITORS)
    @GetMapping({"/home", "/bills/{id}"})
    String home() {
        return "tests/home";
    }
}
