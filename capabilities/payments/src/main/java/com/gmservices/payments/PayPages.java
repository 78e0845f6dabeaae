package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Checkout.Wish;
import com.gmservices.payments.Payable.Due;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a payer pays. Each form carries a key that was made with the page, so that a double click, a reload and a
 * second try after a lost connection are one payment.
 */
@Controller
@Allow(Allow.MEMBERS)
class PayPages {

    private final Checkout checkout;
    private final Gateways gateways;

    PayPages(Checkout checkout, Gateways gateways) {
        this.checkout = checkout;
        this.gateways = gateways;
    }

    /**
     * @param choice gateway and method, {@code sandbox/sandbox_ok}
     * @param seen the amount that stood on the page, in minor units
     * @param amount what staff take, in major units; absent where the payer sees the page
     */
    record Form(
            @Nullable String key,
            @Nullable String choice,
            @Nullable Long seen,
            @Nullable String amount) {

        static Form empty() {
            return new Form(UUID.randomUUID().toString(), null, null, null);
        }

        Optional<Choice> chosen() {
            return choice == null || choice.indexOf('/') < 0
                    ? Optional.empty()
                    : Optional.of(new Choice(
                            choice.substring(0, choice.indexOf('/')), choice.substring(choice.indexOf('/') + 1)));
        }

        String keyOrNew() {
            return key == null || key.isBlank() || key.length() > 255
                    ? UUID.randomUUID().toString()
                    : key;
        }
    }

    record Choice(String gateway, String method) {

        public String value() {
            return gateway + "/" + method;
        }
    }

    @GetMapping("/pay/{kind}/{subject}")
    String show(CurrentMember member, @PathVariable String kind, @PathVariable UUID subject, Model model) {
        Optional<Payment> open = checkout.underWay(member, kind, subject);
        if (open.isPresent() && open.get().status().awaitsGateway()) {
            return "redirect:/payments/%s/outcome".formatted(open.get().id());
        }
        model.addAttribute("waiting", open.map(Payment::continueAt).orElse(null));
        return form(member, kind, subject, Form.empty(), null, model);
    }

    @PostMapping("/pay/{kind}/{subject}")
    String pay(
            CurrentMember member,
            @PathVariable String kind,
            @PathVariable UUID subject,
            @ModelAttribute Form form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<Choice> choice = form.chosen();
        if (choice.isEmpty()) {
            return again(member, kind, subject, form, "payments.pay.choose", model, response);
        }
        try {
            Wish wish = wish(checkout.due(member, kind, subject), kind, subject, form, choice.get());
            return goOn(checkout.pay(member, wish, form.keyOrNew()), flash);
        } catch (PaymentRefused.UnderWay refused) {
            return "redirect:/pay/%s/%s".formatted(kind, subject);
        } catch (PaymentRefused.AmountChanged refused) {
            return again(member, kind, subject, Form.empty(), "payments.pay.changed", model, response);
        } catch (PaymentRefused.NothingDue refused) {
            return again(member, kind, subject, form, null, model, response);
        } catch (PaymentRefused.Unfit | PaymentRefused.UnsupportedGateway | IllegalArgumentException refused) {
            return again(member, kind, subject, form, "payments.pay.unfit", model, response);
        }
    }

    @GetMapping("/payments/{id}/outcome")
    String outcome(CurrentMember member, @PathVariable UUID id, Model model, RedirectAttributes flash) {
        Payment payment = checkout.find(member, new PaymentId(id));
        if (payment.status().awaitsCustomer()) {
            payment = checkout.lookAgain(member, payment.id());
            if (payment.status() == PaymentStatus.SUCCEEDED) {
                return goOn(payment, flash);
            }
        }
        return outcome(payment, null, model);
    }

    /** Asked for again and again by the page itself while the gateway is silent. */
    @GetMapping(path = "/payments/{id}/outcome", headers = "HX-Request")
    String outcomeInPlace(CurrentMember member, @PathVariable UUID id, Model model) {
        outcome(checkout.find(member, new PaymentId(id)), null, model);
        return "payments/outcome :: outcome";
    }

    @PostMapping("/payments/{id}/confirmation")
    String confirm(
            CurrentMember member,
            @PathVariable UUID id,
            @ModelAttribute Form form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Payment payment = checkout.find(member, new PaymentId(id));
        Optional<Choice> choice = form.chosen().filter(it -> it.gateway().equals(payment.gateway()));
        if (choice.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return outcome(payment, "payments.pay.choose", model);
        }
        try {
            return goOn(checkout.confirm(member, payment.id(), choice.get().method(), form.keyOrNew()), flash);
        } catch (PaymentRefused.AmountChanged | PaymentRefused.NothingDue refused) {
            return "redirect:/pay/%s/%s".formatted(payment.kind(), payment.subject());
        } catch (PaymentRefused.UnderWay | PaymentRefused.WrongStage refused) {
            return "redirect:/payments/%s/outcome".formatted(payment.id());
        }
    }

    private static Wish wish(Due due, String kind, UUID subject, Form form, Choice choice) {
        var currency = due.amount().currency();
        String amount = form.amount();
        Long seen = form.seen();
        Money deposit =
                amount == null || amount.isBlank() ? null : Money.ofMajor(new BigDecimal(amount.strip()), currency);
        return new Wish(
                kind,
                subject,
                choice.gateway(),
                choice.method(),
                due.amount().equals(deposit) ? null : deposit,
                seen == null ? null : new Money(seen, currency));
    }

    private static String goOn(Payment payment, RedirectAttributes flash) {
        return switch (payment.status()) {
            case SUCCEEDED -> {
                flash.addFlashAttribute("flash", "payments.flash.paid");
                yield "redirect:" + payment.page();
            }
            case REQUIRES_ACTION -> "redirect:" + payment.continueAt();
            default -> "redirect:/payments/%s/outcome".formatted(payment.id());
        };
    }

    private String again(
            CurrentMember member,
            String kind,
            UUID subject,
            Form form,
            @Nullable String problem,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(member, kind, subject, form, problem, model);
    }

    private String form(
            CurrentMember member, String kind, UUID subject, Form form, @Nullable String problem, Model model) {
        model.addAttribute("due", checkout.due(member, kind, subject));
        model.addAttribute("kind", kind);
        model.addAttribute("subject", subject);
        model.addAttribute("form", form);
        model.addAttribute("collects", member.may("collect:payments"));
        choices(null, problem, model);
        return "payments/pay";
    }

    private String outcome(Payment payment, @Nullable String problem, Model model) {
        model.addAttribute("payment", payment);
        model.addAttribute("form", Form.empty());
        choices(payment.gateway(), problem, model);
        return "payments/outcome";
    }

    private void choices(@Nullable String gateway, @Nullable String problem, Model model) {
        List<Choice> choices = gateways.open().stream()
                .filter(it -> gateway == null || it.name().equals(gateway))
                .flatMap(it -> it.methods().stream().map(method -> new Choice(it.name(), method)))
                .toList();
        model.addAttribute("choices", choices);
        model.addAttribute("trying", gateways.open().stream().anyMatch(it -> it.isForTrying()));
        model.addAttribute("problem", problem);
    }
}
