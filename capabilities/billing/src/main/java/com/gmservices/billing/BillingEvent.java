package com.gmservices.billing;

import com.gmservices.audit.Act;
import com.gmservices.audit.Recorded;
import com.gmservices.events.LoggedEvent;
import com.gmservices.money.Money;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What billing has done. */
public sealed interface BillingEvent extends LoggedEvent {

    PaperId paper();

    /** What it is for. */
    String kind();

    UUID subject();

    @Override
    default UUID aggregate() {
        return paper().value();
    }

    @Override
    default int revision() {
        return 1;
    }

    record InvoiceIssued(
            TenantId tenant,
            PaperId paper,
            String number,
            String kind,
            UUID subject,
            MemberId customer,
            Money amount,
            Instant at)
            implements BillingEvent {}

    record ReceiptIssued(
            TenantId tenant,
            PaperId paper,
            String number,
            String kind,
            UUID subject,
            MemberId customer,
            Money amount,
            Instant at)
            implements BillingEvent {}

    record CreditNoteIssued(
            TenantId tenant,
            PaperId paper,
            String number,
            PaperId invoice,
            String kind,
            UUID subject,
            MemberId customer,
            Money amount,
            Instant at)
            implements BillingEvent, Recorded {

        @Override
        public Act act() {
            return Act.of("invoice.credited", "invoice", invoice).to(Map.of("number", number, "amount", amount));
        }
    }
}
