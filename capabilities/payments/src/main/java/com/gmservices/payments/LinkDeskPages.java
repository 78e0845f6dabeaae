package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Tenants;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff make links to pay, and withdraw them. */
@Controller
@Allow("collect:payments")
class LinkDeskPages {

    private final PaymentLinks links;
    private final Checkout checkout;
    private final Tenants tenants;
    private final Links addresses;

    LinkDeskPages(PaymentLinks links, Checkout checkout, Tenants tenants, Links addresses) {
        this.links = links;
        this.checkout = checkout;
        this.tenants = tenants;
        this.addresses = addresses;
    }

    /** @param amount in major units, empty for what is due when the link is opened */
    @PostMapping("/pay/{kind}/{subject}/links")
    String make(
            CurrentMember staff,
            @PathVariable String kind,
            @PathVariable UUID subject,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(defaultValue = "false") boolean send,
            RedirectAttributes flash) {
        try {
            PaymentLink link = links.make(staff, kind, subject, amount(staff, kind, subject, amount));
            if (send) {
                links.send(staff, link);
                flash.addFlashAttribute("flash", "payments.link.sent");
            }
            return "redirect:/payment-links/" + link.id();
        } catch (PaymentRefused.Unfit | PaymentRefused.NothingDue | IllegalArgumentException refused) {
            flash.addFlashAttribute("flash", "payments.link.unfit");
            return "redirect:/pay/%s/%s".formatted(kind, subject);
        }
    }

    @GetMapping("/payment-links/{id}")
    String show(@PathVariable UUID id, Model model) {
        PaymentLink link = links.find(id).orElseThrow(() -> new PaymentRefused.NotFound("link"));
        model.addAttribute("link", link);
        model.addAttribute("due", links.due(link));
        model.addAttribute("address", addresses.tenant(tenants.current(), link.path()));
        model.addAttribute("works", links.working(id).isPresent());
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/link-made";
    }

    @PostMapping("/payment-links/{id}/revocation")
    String revoke(CurrentMember staff, @PathVariable UUID id) {
        links.revoke(staff, id);
        return "redirect:/payment-links/" + id;
    }

    private @Nullable Money amount(CurrentMember staff, String kind, UUID subject, @Nullable String amount) {
        return amount == null || amount.isBlank()
                ? null
                : Money.ofMajor(
                        new BigDecimal(amount.strip()),
                        checkout.due(staff, kind, subject).amount().currency());
    }
}
