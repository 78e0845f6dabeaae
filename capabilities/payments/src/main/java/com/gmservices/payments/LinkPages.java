package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Checkout.Wish;
import com.gmservices.payments.PayForm.Choice;
import com.gmservices.payments.Payable.Due;
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

/**
 * Where somebody pays who has a link and no account. Open to whoever holds the address: it shows what is to be paid and
 * for what, and nobody's name.
 */
@Controller
@RequestMapping("/pay/links/{id}")
@Allow(Allow.VISITORS)
class LinkPages {

    private final PaymentLinks links;
    private final Checkout checkout;
    private final Gateways gateways;

    LinkPages(PaymentLinks links, Checkout checkout, Gateways gateways) {
        this.links = links;
        this.checkout = checkout;
        this.gateways = gateways;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return page(id, PayForm.empty(), null, model, response);
    }

    @PostMapping
    String pay(@PathVariable UUID id, @ModelAttribute("form") PayForm form, Model model, HttpServletResponse response) {
        PaymentLink link = links.working(id).orElse(null);
        if (link == null) {
            return page(id, form, null, model, response);
        }
        Optional<Choice> choice = form.chosen();
        if (choice.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(id, form, "payments.pay.choose", model, response);
        }
        try {
            Payment payment = checkout.pay(bearer(link), wish(link, choice.get(), form), form.paymentKey());
            return "redirect:"
                    + (payment.status().awaitsCustomer() && payment.continueAt() != null
                            ? payment.continueAt()
                            : link.path());
        } catch (PaymentRefused.UnderWay | PaymentRefused.NothingDue refused) {
            return "redirect:" + link.path();
        } catch (PaymentRefused refused) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(
                    id,
                    PayForm.empty(),
                    refused instanceof PaymentRefused.AmountChanged ? "payments.pay.changed" : "payments.pay.unfit",
                    model,
                    response);
        }
    }

    private CurrentMember bearer(PaymentLink link) {
        return PaymentLinks.bearer(link, links.due(link).payer());
    }

    private Wish wish(PaymentLink link, Choice choice, PayForm form) {
        Money due = links.due(link).amount();
        Money asked = link.asked(due);
        Long seen = form.seen();
        return new Wish(
                link.kind(),
                link.subject(),
                choice.gateway(),
                Try.of(choice.method()),
                asked.equals(due) ? null : asked,
                seen == null ? null : new Money(seen, due.currency()),
                CaptureMethod.AUTOMATIC,
                link.id());
    }

    private String page(UUID id, PayForm form, @Nullable String problem, Model model, HttpServletResponse response) {
        Optional<PaymentLink> link = links.find(id);
        Optional<Payment> payment = link.flatMap(it -> checkout.throughLink(it.id()));
        boolean works = links.working(id).isPresent();
        if (!works && payment.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        Due due = link.map(links::due).orElse(null);
        model.addAttribute("link", link.orElse(null));
        model.addAttribute("works", works);
        model.addAttribute("payment", payment.orElse(null));
        model.addAttribute("due", due);
        model.addAttribute("asked", due == null ? null : link.get().asked(due.amount()));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute(
                "choices", due == null ? null : gateways.choices(due.amount().currency()));
        model.addAttribute("trying", gateways.areForTrying());
        model.addAttribute("visitor", true);
        return "payments/link";
    }
}
