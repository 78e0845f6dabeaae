package com.gmservices.payments;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.payments.Checkout.Listed;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** All payments of the business, and for those who read its books what they have brought. */
@Controller
@Allow("collect:payments")
class PaymentListPage {

    private static final List<PaymentStatus> CHIPS = List.of(
            PaymentStatus.SUCCEEDED,
            PaymentStatus.UNKNOWN,
            PaymentStatus.REQUIRES_ACTION,
            PaymentStatus.FAILED,
            PaymentStatus.CANCELED);

    private final PaymentSearch search;
    private final Revenue revenue;
    private final Gateways gateways;
    private final Members members;
    private final Tenants tenants;

    PaymentListPage(PaymentSearch search, Revenue revenue, Gateways gateways, Members members, Tenants tenants) {
        this.search = search;
        this.revenue = revenue;
        this.gateways = gateways;
        this.members = members;
        this.tenants = tenants;
    }

    @GetMapping("/payments")
    String list(
            CurrentMember staff,
            @ModelAttribute("form") PaymentsForm form,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        Optional<Sought> sought = sought(form);
        Page<Payment> page = sought.map(it -> search.find(
                        staff,
                        new Listed(form.status(), null, null),
                        it,
                        cursor == null ? Cursor.newest() : cursor,
                        Page.DEFAULT_LIMIT))
                .orElseGet(() -> new Page<>(List.of(), null, false));
        model.addAttribute("page", page);
        model.addAttribute("names", names(page.data()));
        model.addAttribute("wrongAmount", sought.isEmpty());
        model.addAttribute("chips", CHIPS);
        model.addAttribute("gateways", gateways.names());
        model.addAttribute("currency", tenants.current().currency());
        model.addAttribute("zone", tenants.current().timeZone());
        if (staff.may("read:ledger")) {
            Span span = Objects.requireNonNullElse(form.by(), Span.DAY);
            model.addAttribute("span", span);
            model.addAttribute("spans", Span.values());
            model.addAttribute("charts", revenue.of(span));
        }
        return "payments/index";
    }

    /** Empty when the amount is none. */
    private Optional<Sought> sought(PaymentsForm form) {
        try {
            return Optional.of(form.sought(tenants.current().currency()));
        } catch (IllegalArgumentException noAmount) {
            return Optional.empty();
        }
    }

    private Map<MemberId, String> names(List<Payment> payments) {
        return members.findAll(payments.stream().map(Payment::payer).collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(Member::id, Member::name));
    }
}
