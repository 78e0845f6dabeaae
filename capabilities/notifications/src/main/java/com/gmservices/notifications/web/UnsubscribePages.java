package com.gmservices.notifications.web;

import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.preference.Unsubscribing;
import com.gmservices.notifications.preference.Unsubscribing.Wish;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentTenant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The end of a kind of mail, for whoever has such a mail. To open it changes nothing: mail scanners open every link. */
@Controller
@RequestMapping("/unsubscribe/{token}")
@Allow(Allow.VISITORS)
class UnsubscribePages {

    private final Unsubscribing unsubscribing;

    UnsubscribePages(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @GetMapping
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("kind", wish(token).kind());
        model.addAttribute("token", token);
        model.addAttribute("done", false);
        return "notifications/unsubscribe";
    }

    @PostMapping
    String end(@PathVariable String token, Model model) {
        Wish wish = wish(token);
        unsubscribing.carryOut(wish);
        model.addAttribute("kind", wish.kind());
        model.addAttribute("token", token);
        model.addAttribute("done", true);
        return "notifications/unsubscribe";
    }

    private Wish wish(String token) {
        Wish wish = unsubscribing.read(token);
        if (!wish.tenant().equals(CurrentTenant.id())) {
            throw new NotificationsRefused.NotFound("link");
        }
        return wish;
    }
}
