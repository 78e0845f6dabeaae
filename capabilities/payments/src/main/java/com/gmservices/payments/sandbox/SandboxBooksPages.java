package com.gmservices.payments.sandbox;

import com.gmservices.database.Deployment;
import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Complaints.Stage;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.TenancyRefused;
import com.gmservices.tenancy.Tenants;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sandbox as a vendor's own site would be: its books, where whoever tries things out makes them go wrong. */
@Controller
@RequestMapping("/sandbox")
@Allow("try:sandbox")
class SandboxBooksPages {

    private static final int SHOWN = 50;
    private static final String REASON = "fraudulent";

    private final SandboxBooks books;
    private final SandboxCases cases;
    private final SandboxPayouts payouts;
    private final SandboxVendor vendor;
    private final SandboxPost post;
    private final Tenants tenants;
    private final Deployment deployment;

    SandboxBooksPages(
            SandboxBooks books,
            SandboxCases cases,
            SandboxPayouts payouts,
            SandboxVendor vendor,
            SandboxPost post,
            Tenants tenants,
            Deployment deployment) {
        this.books = books;
        this.cases = cases;
        this.payouts = payouts;
        this.vendor = vendor;
        this.post = post;
        this.tenants = tenants;
        this.deployment = deployment;
    }

    @GetMapping
    String show(Model model) {
        requireTrying();
        List<SandboxCase> complaints = cases.newest(SHOWN);
        Map<UUID, SandboxCase> byCharge =
                complaints.stream().collect(Collectors.toMap(SandboxCase::charge, Function.identity()));
        model.addAttribute("charges", books.newest(SHOWN));
        model.addAttribute("complaints", complaints);
        model.addAttribute("byCharge", byCharge);
        model.addAttribute("owed", payouts.owed());
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/sandbox/books";
    }

    @PostMapping("/charges")
    String plantCharge(RedirectAttributes flash) {
        requireTrying();
        books.plantCharge(tenants.current().currency());
        return done("sandbox.flash.planted", flash);
    }

    @PostMapping("/charges/{charge}/difference")
    String plantDifference(@PathVariable UUID charge, RedirectAttributes flash) {
        books.plantDifference(find(charge).id());
        return done("sandbox.flash.stated", flash);
    }

    /** @param amount in major units; empty for all that was taken */
    @PostMapping("/charges/{charge}/dispute")
    String complain(
            @PathVariable UUID charge,
            @RequestParam(required = false) @Nullable String amount,
            RedirectAttributes flash) {
        SandboxCharge found = find(charge);
        Optional<SandboxCase> opened = amount(amount, found).flatMap(some -> cases.open(found.id(), some, REASON));
        opened.ifPresent(it -> post.dispute(it.reference()));
        return done(opened.isPresent() ? "sandbox.flash.complained" : "sandbox.flash.unfit", flash);
    }

    @PostMapping("/disputes/{id}/decision")
    String decide(@PathVariable UUID id, @RequestParam boolean won, RedirectAttributes flash) {
        requireTrying();
        SandboxCase found = cases.find(id).orElseThrow(() -> new TenancyRefused.NotFound("dispute"));
        cases.decide(id, won ? Stage.WON : Stage.LOST);
        post.dispute(found.reference());
        return done("sandbox.flash.decided", flash);
    }

    @PostMapping("/payouts")
    String payOut(RedirectAttributes flash) {
        requireTrying();
        payouts.payOut();
        return done("sandbox.flash.paid-out", flash);
    }

    private static Optional<Money> amount(@Nullable String amount, SandboxCharge charge) {
        if (amount == null || amount.isBlank()) {
            return Optional.ofNullable(charge.captured());
        }
        try {
            return Optional.of(Money.ofMajor(
                            new BigDecimal(amount.strip()), charge.amount().currency()))
                    .filter(Money::isPositive);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private SandboxCharge find(UUID charge) {
        requireTrying();
        return vendor.find(charge)
                .filter(SandboxCharge::hasTaken)
                .orElseThrow(() -> new TenancyRefused.NotFound("charge"));
    }

    private void requireTrying() {
        if (deployment.isProduction()) {
            throw new TenancyRefused.NotFound("page");
        }
    }

    private static String done(String what, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", what);
        return "redirect:/sandbox";
    }
}
