package com.gmservices.payments.sandbox;

import com.gmservices.database.Deployment;
import com.gmservices.payments.sandbox.SandboxWallet.Place;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.TenancyRefused;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a payer leaves a card with the sandbox. Open to whoever holds its address, and shows nothing of anybody. */
@Controller
@RequestMapping("/sandbox/methods/{key}")
@Allow(Allow.VISITORS)
class SandboxCardPages {

    private final SandboxWallet wallet;
    private final Deployment deployment;

    SandboxCardPages(SandboxWallet wallet, Deployment deployment) {
        this.wallet = wallet;
        this.deployment = deployment;
    }

    @GetMapping
    String show(@PathVariable UUID key, Model model) {
        model.addAttribute("place", find(key));
        model.addAttribute("cards", SandboxCard.ALL);
        return "payments/sandbox/card";
    }

    @PostMapping("/card")
    String choose(@PathVariable UUID key, @RequestParam String card) {
        Place place = find(key);
        wallet.choose(key, SandboxCard.named(card).orElseThrow(() -> new TenancyRefused.NotFound("card")));
        return "redirect:" + place.returnTo();
    }

    /** Goes back without leaving one. */
    @PostMapping("/refusal")
    String refuse(@PathVariable UUID key) {
        return "redirect:" + find(key).returnTo();
    }

    private Place find(UUID key) {
        return wallet.find(key)
                .filter(place -> !deployment.isProduction() && !place.forgotten())
                .orElseThrow(() -> new TenancyRefused.NotFound("page"));
    }
}
