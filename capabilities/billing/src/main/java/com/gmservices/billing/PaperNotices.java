package com.gmservices.billing;

import com.gmservices.billing.BillingEvent.CreditNoteIssued;
import com.gmservices.billing.BillingEvent.InvoiceIssued;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import java.util.List;
import java.util.Locale;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells customers of their invoices and credit notes. Of a receipt nobody is told: they are told that they have paid. */
@Component
class PaperNotices {

    private final Papers papers;
    private final Notifications notifications;

    PaperNotices(Papers papers, Notifications notifications) {
        this.papers = papers;
        this.notifications = notifications;
    }

    @ApplicationModuleListener
    void issued(InvoiceIssued event) {
        tell(event, "invoice");
    }

    @ApplicationModuleListener
    void credited(CreditNoteIssued event) {
        tell(event, "credit_note");
    }

    private void tell(BillingEvent event, String what) {
        Paper paper = papers.find(event.paper()).orElseThrow();
        notifications.tell(List.of(new Notice(
                paper.customer(),
                "billing." + paper.id(),
                "billing.notice." + what,
                List.of(paper.number(), paper.total().format(Locale.ENGLISH), paper.reference()),
                "/invoices/" + paper.id())));
    }
}
