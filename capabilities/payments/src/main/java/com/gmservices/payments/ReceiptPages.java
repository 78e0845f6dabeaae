package com.gmservices.payments;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.payments.Checkout.Listed;
import com.gmservices.payments.Payable.Bill;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody keeps who has paid: one page a payment, made to be printed. */
@Controller
@Allow(Allow.MEMBERS)
class ReceiptPages {

    private final Checkout checkout;
    private final Refunding refunding;
    private final Payables payables;
    private final Receipts receipts;
    private final Members members;
    private final Sites sites;
    private final Tenants tenants;

    ReceiptPages(
            Checkout checkout,
            Refunding refunding,
            Payables payables,
            Receipts receipts,
            Members members,
            Sites sites,
            Tenants tenants) {
        this.checkout = checkout;
        this.refunding = refunding;
        this.payables = payables;
        this.receipts = receipts;
        this.members = members;
        this.sites = sites;
        this.tenants = tenants;
    }

    /** Of everything that the member may see, or of one thing; straight to the receipt where there is only one. */
    @GetMapping("/receipts")
    String list(
            CurrentMember member,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        boolean isOfOne = kind != null && subject != null;
        var choice = new Listed(PaymentStatus.SUCCEEDED, isOfOne ? kind : null, isOfOne ? subject : null);
        Page<Payment> page =
                checkout.list(member, choice, cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT);
        if (isOfOne && page.data().size() == 1) {
            return "redirect:/payments/%s/receipt"
                    .formatted(page.data().getFirst().id());
        }
        model.addAttribute("page", page);
        model.addAttribute("kind", choice.kind());
        model.addAttribute("subject", choice.subject());
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/receipts";
    }

    @GetMapping("/payments/{id}/receipt")
    @Transactional(readOnly = true)
    String show(CurrentMember member, @PathVariable UUID id, Model model) {
        Payment payment = checkout.find(member, new PaymentId(id));
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            throw new PaymentRefused.NotFound("receipt");
        }
        Optional<Bill> bill = payables.bill(payment, member);
        Site site = bill.flatMap(it -> sites.find(it.site())).orElseGet(sites::first);
        model.addAttribute("payment", payment);
        model.addAttribute("bill", bill.orElse(null));
        model.addAttribute("site", site);
        model.addAttribute(
                "payer", members.find(payment.payer()).map(Member::name).orElse(null));
        model.addAttribute("paidAt", paidAt(payment).atZone(site.timeZone()));
        model.addAttribute("refunds", payment.refunded().isPositive() ? refunds(member, payment) : List.<Refund>of());
        model.addAttribute("paper", receipts.of(member, payment).orElse(null));
        return "payments/receipt";
    }

    private Instant paidAt(Payment payment) {
        return checkout.attempts(payment).stream()
                .filter(attempt -> attempt.status() == Attempt.Status.CAPTURED)
                .findFirst()
                .map(attempt -> Objects.requireNonNullElse(attempt.finishedAt(), attempt.startedAt()))
                .orElse(payment.changedAt());
    }

    private List<Refund> refunds(CurrentMember member, Payment payment) {
        return refunding.list(member, payment.id(), Cursor.newest(), Page.MAX_LIMIT).data().stream()
                .filter(refund -> refund.status() == Refund.Status.SUCCEEDED)
                .toList();
    }
}
