package com.gmservices.payments.sandbox;

import com.gmservices.database.Deployment;
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

/**
 * The sandbox's own pages for payers: that where they pay, on which whoever tries things out chooses what becomes of it,
 * and that of their bank, where a payment is confirmed or refused. Open to whoever holds its address, as such pages
 * are: they show an amount and what it is for, and nobody's name.
 */
@Controller
@RequestMapping("/sandbox/{charge}")
@Allow(Allow.VISITORS)
class SandboxPages {

    private static final String REASON = "product_not_received";

    private final SandboxVendor vendor;
    private final SandboxCases cases;
    private final SandboxPost post;
    private final Deployment deployment;

    SandboxPages(SandboxVendor vendor, SandboxCases cases, SandboxPost post, Deployment deployment) {
        this.vendor = vendor;
        this.cases = cases;
        this.post = post;
        this.deployment = deployment;
    }

    @GetMapping
    String show(
            @PathVariable UUID charge,
            @RequestParam(required = false, defaultValue = "false") boolean silent,
            Model model) {
        SandboxCharge found = find(charge);
        model.addAttribute("charge", found);
        model.addAttribute("silent", silent);
        model.addAttribute("outcomes", SandboxOutcome.values());
        return found.isAtPage() ? "payments/sandbox/page" : "payments/sandbox/bank";
    }

    @GetMapping("/bank")
    String showBank(@PathVariable UUID charge, Model model) {
        model.addAttribute("charge", find(charge));
        return "payments/sandbox/bank";
    }

    @PostMapping("/approval")
    String approve(@PathVariable UUID charge) {
        find(charge);
        vendor.approve(charge);
        post.charge(charge);
        return back(charge);
    }

    @PostMapping("/refusal")
    String refuse(@PathVariable UUID charge) {
        find(charge);
        vendor.decline(charge);
        post.charge(charge);
        return back(charge);
    }

    @PostMapping("/outcome")
    String choose(@PathVariable UUID charge, @RequestParam("outcome") String code) {
        SandboxCharge chosen = find(charge);
        if (!chosen.isAtPage() || !chosen.awaitsCustomer()) {
            return "redirect:/sandbox/" + charge;
        }
        return switch (outcome(code)) {
            case PAID -> approve(charge);
            case DECLINED -> {
                vendor.decline(charge, "card_declined");
                post.charge(charge);
                yield back(charge);
            }
            case BANK -> "redirect:/sandbox/%s/bank".formatted(charge);
            case SILENCE -> {
                vendor.approve(charge);
                yield "redirect:/sandbox/%s?silent=true".formatted(charge);
            }
            case TWICE -> {
                vendor.approve(charge);
                post.chargeTwice(charge);
                yield back(charge);
            }
            case LATE -> {
                vendor.approve(charge);
                post.chargeLate(charge);
                yield back(charge);
            }
            case COMPLAINT -> {
                String next = approve(charge);
                complain(charge);
                yield next;
            }
        };
    }

    /** Nothing where the money is only reserved. */
    private void complain(UUID charge) {
        SandboxCharge paid = find(charge);
        if (paid.hasTaken()) {
            cases.open(charge, paid.amount(), REASON).ifPresent(it -> post.dispute(it.reference()));
        }
    }

    private static SandboxOutcome outcome(String code) {
        try {
            return SandboxOutcome.of(code);
        } catch (IllegalArgumentException e) {
            throw new TenancyRefused.NotFound("outcome");
        }
    }

    /** A vendor sends word and sends the customer back; either may come first. */
    private String back(UUID charge) {
        return "redirect:" + find(charge).returnTo();
    }

    private SandboxCharge find(UUID charge) {
        return vendor.find(charge)
                .filter(it -> !deployment.isProduction() && !it.returnTo().isEmpty())
                .orElseThrow(() -> new TenancyRefused.NotFound("payment"));
    }
}
