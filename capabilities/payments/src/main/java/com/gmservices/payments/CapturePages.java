package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff take money that is reserved, or let it go. */
@Controller
@RequestMapping("/payments/{id}")
@Allow("collect:payments")
class CapturePages {

    private final Checkout checkout;

    CapturePages(Checkout checkout) {
        this.checkout = checkout;
    }

    /** @param amount in major units, empty for all of it */
    @PostMapping("/capture")
    String capture(
            CurrentMember staff,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String amount,
            RedirectAttributes flash) {
        Payment payment = checkout.find(staff, new PaymentId(id));
        try {
            Payment after = checkout.capture(staff, payment.id(), amount(amount, payment));
            flash.addFlashAttribute(
                    "flash", "payments.flash.capture." + after.status().code());
        } catch (PaymentRefused | IllegalArgumentException refused) {
            flash.addFlashAttribute("flash", "payments.flash.capture.unfit");
        }
        return "redirect:/payments/" + id;
    }

    @PostMapping("/cancellation")
    String cancel(CurrentMember staff, @PathVariable UUID id, RedirectAttributes flash) {
        try {
            checkout.cancel(staff, new PaymentId(id));
            flash.addFlashAttribute("flash", "payments.flash.canceled");
        } catch (PaymentRefused.WrongStage refused) {
            flash.addFlashAttribute("flash", "payments.flash.cancel.late");
        }
        return "redirect:/payments/" + id;
    }

    private static @Nullable Money amount(@Nullable String amount, Payment payment) {
        return amount == null || amount.isBlank()
                ? null
                : Money.ofMajor(new BigDecimal(amount.strip()), payment.amount().currency());
    }
}
