package com.gmservices.payments;

import com.gmservices.billing.BillingEvent.InvoiceIssued;
import com.gmservices.billing.Draft;
import com.gmservices.billing.Invoices;
import com.gmservices.billing.Paper;
import com.gmservices.money.Money;
import com.gmservices.payments.Payable.Bill;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.tenancy.CurrentMember;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Has a receipt issued for each payment, and tells billing how much of an invoice is paid. */
@Component
class Receipts {

    /** What a receipt is for, as billing calls it. */
    static final String KIND = "payment";

    private final Payments payments;
    private final Payables payables;
    private final Invoices invoices;

    Receipts(Payments payments, Payables payables, Invoices invoices) {
        this.payments = payments;
        this.payables = payables;
        this.invoices = invoices;
    }

    @ApplicationModuleListener
    void paid(PaymentSucceeded event) {
        Payment payment = payments.find(event.payment()).orElseThrow();
        invoices.receipt(draft(payment));
        tellPaid(event.kind(), event.subject(), event.amount());
    }

    /** What was paid before there was an invoice counts too. */
    @ApplicationModuleListener
    void invoiced(InvoiceIssued event) {
        tellPaid(event.kind(), event.subject(), event.amount());
    }

    Optional<Paper> of(CurrentMember member, Payment payment) {
        return invoices.find(member, Paper.Kind.RECEIPT, KIND, payment.id().value());
    }

    private void tellPaid(String kind, UUID subject, Money in) {
        invoices.paid(kind, subject, payments.taken(kind, subject, in.currency()));
    }

    /** The lines of the whole price where it was paid at once, and else one line that says what it is a part of. */
    private Draft draft(Payment payment) {
        Optional<Bill> whole =
                payables.bill(payment).filter(bill -> bill.total().equals(payment.captured()));
        return new Draft(
                KIND,
                payment.id().value(),
                payment.reference(),
                "/payments/%s/receipt".formatted(payment.id()),
                payment.payer(),
                whole.map(Bill::site).orElse(null),
                whole.map(Receipts::lines)
                        .orElseGet(
                                () -> List.of(new Draft.Line(payment.reference(), BigDecimal.ONE, payment.captured()))),
                whole.map(Receipts::taxes).orElse(List.of()),
                payment.captured(),
                null);
    }

    private static List<Draft.Line> lines(Bill bill) {
        return bill.lines().stream()
                .map(line -> new Draft.Line(line.description(), line.quantity(), line.amount()))
                .toList();
    }

    private static List<Draft.Tax> taxes(Bill bill) {
        return bill.taxes().stream()
                .map(tax -> new Draft.Tax(tax.name(), tax.amount()))
                .toList();
    }
}
