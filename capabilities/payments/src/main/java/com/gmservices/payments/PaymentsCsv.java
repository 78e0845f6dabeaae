package com.gmservices.payments;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.payments.Checkout.Listed;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The business's payments, all that the list would show, for spreadsheets. */
@Controller
class PaymentsCsv {

    private static final List<String> COLUMNS =
            List.of("reference", "payer", "status", "gateway", "when", "amount", "received", "refunded", "currency");

    private final PaymentSearch search;
    private final Members members;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    PaymentsCsv(PaymentSearch search, Members members, Tenants tenants, MessageSource messages, Clock clock) {
        this.search = search;
        this.members = members;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    private record Named(Payment payment, @Nullable String payer) {}

    @GetMapping("/payments.csv")
    @Allow("export:payments")
    @StepUp
    void send(
            CurrentMember admin, @ModelAttribute("form") PaymentsForm form, Locale locale, HttpServletResponse response)
            throws IOException {
        Sought sought = sought(form);
        CsvFile.<Named>send(
                response,
                tenants.current(),
                clock.instant(),
                "payments",
                COLUMNS.stream()
                        .map(column -> say("payments.csv." + column, locale))
                        .toList(),
                cursor -> page(admin, form.status(), sought, cursor),
                (row, named) -> write(row, named, locale));
    }

    private Sought sought(PaymentsForm form) {
        try {
            return form.sought(tenants.current().currency());
        } catch (IllegalArgumentException e) {
            throw new PaymentRefused.Unfit("/amount", "%s is no amount".formatted(form.amount()));
        }
    }

    private Page<Named> page(CurrentMember admin, @Nullable PaymentStatus status, Sought sought, Cursor cursor) {
        Page<Payment> page = search.find(admin, new Listed(status, null, null), sought, cursor, Page.MAX_LIMIT);
        Map<MemberId, Member> payers =
                members.findAll(page.data().stream().map(Payment::payer).collect(Collectors.toSet()));
        return page.map(payment -> {
            Member payer = payers.get(payment.payer());
            return new Named(payment, payer == null ? null : payer.name());
        });
    }

    private void write(CsvFile.Row row, Named named, Locale locale) {
        Payment payment = named.payment;
        row.text(payment.reference())
                .text(named.payer)
                .text(say("payments.status." + payment.status().code(), locale))
                .text(payment.gateway())
                .time(payment.createdAt())
                .money(payment.amount())
                .money(payment.captured())
                .money(payment.refunded())
                .text(payment.amount().currency().getCurrencyCode());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
