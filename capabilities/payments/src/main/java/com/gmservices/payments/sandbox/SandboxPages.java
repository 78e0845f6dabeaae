package com.gmservices.payments.sandbox;

import com.gmservices.database.Deployment;
import com.gmservices.payments.gateway.GatewayNews;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.TenancyRefused;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of the payer's bank, where a payment is confirmed or refused. Open to whoever holds its address, as a bank's
 * page is: it shows an amount and what it is for, and nobody's name.
 */
@Controller
@RequestMapping("/sandbox/{charge}")
@Allow(Allow.VISITORS)
class SandboxPages {

    private final SandboxVendor vendor;
    private final GatewayNews news;
    private final Deployment deployment;

    SandboxPages(SandboxVendor vendor, GatewayNews news, Deployment deployment) {
        this.vendor = vendor;
        this.news = news;
        this.deployment = deployment;
    }

    @GetMapping
    String show(@PathVariable UUID charge, Model model) {
        model.addAttribute("charge", find(charge));
        return "payments/sandbox";
    }

    @PostMapping("/approval")
    String approve(@PathVariable UUID charge) {
        find(charge);
        vendor.approve(charge);
        return back(charge);
    }

    @PostMapping("/refusal")
    String refuse(@PathVariable UUID charge) {
        find(charge);
        vendor.decline(charge);
        return back(charge);
    }

    /** A vendor sends word and sends the customer back; either may come first. */
    private String back(UUID charge) {
        news.changed(charge);
        return "redirect:" + find(charge).returnTo();
    }

    private SandboxCharge find(UUID charge) {
        return vendor.find(charge)
                .filter(it -> !deployment.isProduction() && !it.returnTo().isEmpty())
                .orElseThrow(() -> new TenancyRefused.NotFound("payment"));
    }
}
