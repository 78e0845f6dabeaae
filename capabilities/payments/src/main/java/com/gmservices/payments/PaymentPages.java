package com.gmservices.payments;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.dispute.Disputes;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff see of a payment, and where they give money back. */
@Controller
@RequestMapping("/payments")
@Allow("collect:payments")
class PaymentPages {

    private final Checkout checkout;
    private final Refunding refunding;
    private final Disputes disputes;
    private final Members members;
    private final Tenants tenants;

    PaymentPages(Checkout checkout, Refunding refunding, Disputes disputes, Members members, Tenants tenants) {
        this.checkout = checkout;
        this.refunding = refunding;
        this.disputes = disputes;
        this.members = members;
        this.tenants = tenants;
    }

    /** @param amount in major units, empty for all that is left */
    record RefundForm(
            @Nullable String key,
            @Nullable String amount,
            @Nullable String reason) {

        static RefundForm of(Money refundable) {
            return new RefundForm(
                    UUID.randomUUID().toString(), refundable.major().toPlainString(), null);
        }
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    String show(CurrentMember staff, @PathVariable UUID id, Model model) {
        Payment payment = checkout.find(staff, new PaymentId(id));
        return show(staff, payment, RefundForm.of(refunding.refundable(payment)), null, model);
    }

    @PostMapping("/{id}/refunds")
    @Allow("refund:payments")
    @StepUp
    String refund(
            CurrentMember staff,
            @PathVariable UUID id,
            @ModelAttribute RefundForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Payment payment = checkout.find(staff, new PaymentId(id));
        try {
            Refund refund = refunding.refund(staff, payment.id(), amount(form, payment), reason(form), key(form));
            flash.addFlashAttribute(
                    "flash", "payments.flash.refund." + refund.status().code());
            return "redirect:/payments/" + id;
        } catch (PaymentRefused | IllegalArgumentException refused) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(staff, checkout.find(staff, payment.id()), form, "payments.refund.unfit", model);
        }
    }

    private String show(CurrentMember staff, Payment payment, RefundForm form, @Nullable String problem, Model model) {
        model.addAttribute("payment", payment);
        model.addAttribute("payer", names(List.of(payment)).get(payment.payer()));
        model.addAttribute("attempts", checkout.attempts(payment));
        model.addAttribute(
                "refunds",
                refunding
                        .list(staff, payment.id(), Cursor.newest(), Page.MAX_LIMIT)
                        .data());
        Money refundable = refunding.refundable(payment);
        model.addAttribute("most", refundable);
        model.addAttribute("refundable", refundable.isPositive() && staff.may("refund:payments"));
        model.addAttribute("disputes", disputes.of(payment.id().value()));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/show";
    }

    private Map<MemberId, String> names(List<Payment> payments) {
        return members.findAll(payments.stream().map(Payment::payer).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(Member::id, Member::name));
    }

    private static @Nullable Money amount(RefundForm form, Payment payment) {
        String amount = form.amount;
        return amount == null || amount.isBlank()
                ? null
                : Money.ofMajor(new BigDecimal(amount.strip()), payment.amount().currency());
    }

    private static @Nullable String reason(RefundForm form) {
        return Optional.ofNullable(form.reason)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> it.length() > 500 ? it.substring(0, 500) : it)
                .orElse(null);
    }

    /** As with paying, another amount on the page that one went back to is another wish. */
    private static String key(RefundForm form) {
        String page = form.key == null || form.key.isBlank() ? UUID.randomUUID().toString() : form.key;
        return page + " " + form.amount;
    }
}
