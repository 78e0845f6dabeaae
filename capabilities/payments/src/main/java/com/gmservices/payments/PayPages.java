package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Checkout.Wish;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a payer pays, and staff take a payment for them. */
@Controller
@RequestMapping("/pay/{kind}/{subject}")
@Allow(Allow.MEMBERS)
class PayPages {

    private final Checkout checkout;
    private final Choosing choosing;
    private final Gateways gateways;

    PayPages(Checkout checkout, Choosing choosing, Gateways gateways) {
        this.checkout = checkout;
        this.choosing = choosing;
        this.gateways = gateways;
    }

    /** What is paid for. */
    record Subject(String kind, UUID subject) {}

    @GetMapping
    String show(CurrentMember member, Subject subject, Model model) {
        Optional<Payment> open = checkout.underWay(member, subject.kind, subject.subject);
        if (open.isPresent() && open.get().status().awaitsGateway()) {
            return OutcomePages.redirect(open.get());
        }
        model.addAttribute("waiting", open.map(Payment::continueAt).orElse(null));
        return form(member, subject, PayForm.empty(), null, model);
    }

    @PostMapping
    String pay(
            CurrentMember member,
            Subject subject,
            @ModelAttribute("form") PayForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            Optional<Wish> wish = wish(member, subject, form);
            if (wish.isPresent()) {
                return OutcomePages.goOn(checkout.pay(member, wish.get(), form.paymentKey()), flash);
            }
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return form(member, subject, form, "payments.pay.choose", model);
        } catch (PaymentRefused.UnderWay refused) {
            return "redirect:/pay/%s/%s".formatted(subject.kind, subject.subject);
        } catch (PaymentRefused.AmountChanged refused) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return form(member, subject, PayForm.empty(), "payments.pay.changed", model);
        } catch (PaymentRefused.NothingDue refused) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return form(member, subject, form, null, model);
        } catch (PaymentRefused.Unfit | PaymentRefused.UnsupportedGateway | IllegalArgumentException refused) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return form(member, subject, form, "payments.pay.unfit", model);
        }
    }

    /** Empty when no method was chosen. */
    private Optional<Wish> wish(CurrentMember member, Subject subject, PayForm form) {
        Money due = checkout.due(member, subject.kind, subject.subject).amount();
        Money deposit = form.deposit(due.currency());
        Long seen = form.seen();
        return form.chosen()
                .map(choice -> new Wish(
                        subject.kind,
                        subject.subject,
                        choice.gateway(),
                        form.with(choice),
                        due.equals(deposit) ? null : deposit,
                        seen == null ? null : new Money(seen, due.currency()),
                        form.capture()));
    }

    private String form(CurrentMember member, Subject subject, PayForm form, @Nullable String problem, Model model) {
        Payable.Due due = checkout.due(member, subject.kind, subject.subject);
        model.addAttribute("due", due);
        model.addAttribute("subject", subject);
        model.addAttribute("form", form);
        model.addAttribute("collects", member.may("collect:payments"));
        model.addAttribute("choices", choosing.choices(due.payer(), due.amount().currency()));
        model.addAttribute("trying", gateways.areForTrying());
        model.addAttribute("problem", problem);
        return "payments/pay";
    }
}
