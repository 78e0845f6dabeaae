package com.gmservices.payments;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody keeps here to pay with. */
@Controller
@RequestMapping("/payment-methods")
@Allow(Wallet.PAY)
class MethodPages {

    private static final String LIST = "redirect:/payment-methods";

    private final Wallet wallet;
    private final Tenants tenants;

    MethodPages(Wallet wallet, Tenants tenants) {
        this.wallet = wallet;
        this.tenants = tenants;
    }

    @GetMapping
    String list(CurrentMember member, Model model) {
        model.addAttribute("methods", wallet.of(member));
        model.addAttribute("keepers", wallet.keepers());
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/methods";
    }

    @PostMapping
    String start(CurrentMember member, @RequestParam String gateway, RedirectAttributes redirect) {
        try {
            return "redirect:" + wallet.start(member, gateway).continueAt();
        } catch (PaymentRefused refused) {
            redirect.addFlashAttribute("flash", "payments.methods.not-now");
            return LIST;
        }
    }

    @GetMapping("/{id}/return")
    String comeBack(CurrentMember member, @PathVariable UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", finish(member, id));
        return LIST;
    }

    private String finish(CurrentMember member, UUID id) {
        try {
            return wallet.finish(member, id) ? "payments.methods.kept" : "payments.methods.nothing";
        } catch (PaymentRefused.GatewaySilent silent) {
            return "payments.methods.not-now";
        }
    }

    @PostMapping("/{id}/preference")
    String prefer(CurrentMember member, @PathVariable UUID id) {
        wallet.prefer(member, id);
        return LIST;
    }

    @PostMapping("/{id}/removal")
    String remove(CurrentMember member, @PathVariable UUID id, RedirectAttributes redirect) {
        wallet.remove(member, id);
        redirect.addFlashAttribute("flash", "payments.methods.removed");
        return LIST;
    }
}
