package com.gmservices.billing;

import com.gmservices.billing.Paper.Kind;
import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A part of an invoice taken back: of each tax the same part, rounded half up. */
final class CreditNote {

    private CreditNote() {}

    static Paper of(Paper invoice, Money amount, String number, String reason, LocalDate today, Instant now) {
        List<Draft.Tax> taxes = new ArrayList<>();
        Money net = amount;
        for (Draft.Tax tax : invoice.taxes()) {
            Money share = tax.amount().share(amount, invoice.total());
            taxes.add(new Draft.Tax(tax.name(), share));
            net = net.minus(share);
        }
        return new Paper(
                PaperId.next(),
                Kind.CREDIT_NOTE,
                number,
                invoice.subjectKind(),
                invoice.subject(),
                invoice.reference(),
                invoice.page(),
                invoice.customer(),
                invoice.seller(),
                invoice.buyer(),
                List.of(new Draft.Line(invoice.number(), BigDecimal.ONE, net)),
                taxes,
                amount,
                null,
                invoice.id(),
                reason,
                today,
                now);
    }
}
