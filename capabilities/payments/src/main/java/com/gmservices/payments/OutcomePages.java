package com.gmservices.payments;

import com.gmservices.payments.PayForm.Choice;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has become of a payment, in words, and what can be done about it. Gateways send payers back to here. */
@Controller
@RequestMapping("/payments/{id}")
@Allow(Allow.MEMBERS)
class OutcomePages {

    private final Checkout checkout;
    private final Choosing choosing;
    private final Gateways gateways;

    OutcomePages(Checkout checkout, Choosing choosing, Gateways gateways) {
        this.checkout = checkout;
        this.choosing = choosing;
        this.gateways = gateways;
    }

    static String redirect(Payment payment) {
        return "redirect:/payments/%s/outcome".formatted(payment.id());
    }

    /** Where a payer goes from here. */
    static String goOn(Payment payment, RedirectAttributes flash) {
        return switch (payment.status()) {
            case SUCCEEDED -> {
                flash.addFlashAttribute("flash", "payments.flash.paid");
                yield "redirect:" + payment.page();
            }
            case REQUIRES_ACTION -> "redirect:" + payment.continueAt();
            case REQUIRES_PAYMENT_METHOD, PROCESSING, UNKNOWN, REQUIRES_CAPTURE, FAILED, CANCELED -> redirect(payment);
        };
    }

    @GetMapping("/outcome")
    String show(CurrentMember member, @PathVariable UUID id, Model model, RedirectAttributes flash) {
        Payment payment = checkout.find(member, new PaymentId(id));
        if (!payment.status().awaitsCustomer()) {
            return page(payment, null, model);
        }
        Payment now = checkout.lookAgain(member, payment.id());
        return now.status() == PaymentStatus.SUCCEEDED ? goOn(now, flash) : page(now, null, model);
    }

    /** Asked for again and again by the page itself while the gateway is silent. */
    @GetMapping(path = "/outcome", headers = "HX-Request")
    String showInPlace(CurrentMember member, @PathVariable UUID id, Model model) {
        return page(checkout.find(member, new PaymentId(id)), null, model) + " :: outcome";
    }

    @PostMapping("/confirmation")
    String confirm(
            CurrentMember member,
            @PathVariable UUID id,
            @ModelAttribute("form") PayForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Payment payment = checkout.find(member, new PaymentId(id));
        Optional<Choice> chosen = form.chosen();
        if (chosen.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(payment, "payments.pay.choose", model);
        }
        Choice choice = chosen.get();
        try {
            return goOn(
                    checkout.confirm(member, payment.id(), choice.gateway(), form.with(choice), form.paymentKey()),
                    flash);
        } catch (PaymentRefused.AmountChanged | PaymentRefused.NothingDue refused) {
            return "redirect:/pay/%s/%s".formatted(payment.kind(), payment.subject());
        } catch (PaymentRefused.UnderWay | PaymentRefused.WrongStage refused) {
            return redirect(payment);
        }
    }

    private String page(Payment payment, @Nullable String problem, Model model) {
        model.addAttribute("payment", payment);
        model.addAttribute("form", PayForm.empty());
        model.addAttribute(
                "choices", choosing.choices(payment.payer(), payment.amount().currency()));
        model.addAttribute("trying", gateways.areForTrying());
        model.addAttribute("problem", problem);
        return "payments/outcome";
    }
}
