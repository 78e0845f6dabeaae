package com.gmservices.requests;

import com.gmservices.billing.Draft;
import com.gmservices.billing.Invoices;
import com.gmservices.billing.Paper;
import com.gmservices.payments.Payable.Bill;
import com.gmservices.requests.RequestEvent.RequestMoved;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work that is done is billed by itself; staff may bill it earlier, once it is agreed upon. */
@Service
public class RequestInvoices {

    /** What customers have to pay an invoice, unless they have paid already. */
    private static final int DAYS_TO_PAY = 14;

    private final ServiceDesk desk;
    private final ServiceRequests requests;
    private final RequestPayments prices;
    private final Invoices invoices;
    private final Tenants tenants;
    private final Clock clock;

    RequestInvoices(
            ServiceDesk desk,
            ServiceRequests requests,
            RequestPayments prices,
            Invoices invoices,
            Tenants tenants,
            Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.prices = prices;
        this.invoices = invoices;
        this.tenants = tenants;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void moved(RequestMoved event) {
        if (event.to() == RequestStatus.COMPLETED && event.from() != RequestStatus.COMPLETED) {
            requests.find(event.request()).ifPresent(this::bill);
        }
    }

    /** The one that was issued before, if there is one. */
    @Transactional
    public Paper issue(CurrentMember staff, RequestId id) {
        staff.require("issue:invoices");
        ServiceRequest request = desk.find(staff, id);
        if (!request.status().isAgreed()) {
            throw new RequestRefused.WrongStage("bill", request.status());
        }
        return bill(request).orElseThrow(() -> new RequestRefused.WrongStage("bill", request.status()));
    }

    @Transactional(readOnly = true)
    public Optional<Paper> find(CurrentMember member, RequestId id) {
        ServiceRequest request = desk.find(member, id);
        return invoices.find(
                member, Paper.Kind.INVOICE, RequestPayments.KIND, request.id().value());
    }

    private Optional<Paper> bill(ServiceRequest request) {
        return prices.bill(request.id().value())
                .filter(bill -> bill.total().isPositive())
                .map(bill -> invoices.invoice(draft(request, bill)));
    }

    private Draft draft(ServiceRequest request, Bill bill) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenants.current().timeZone());
        return new Draft(
                RequestPayments.KIND,
                request.id().value(),
                request.reference(),
                "/requests/" + request.id(),
                request.order().customer(),
                bill.site(),
                bill.lines().stream()
                        .map(line -> new Draft.Line(line.description(), line.quantity(), line.amount()))
                        .toList(),
                bill.taxes().stream()
                        .map(tax -> new Draft.Tax(tax.name(), tax.amount()))
                        .toList(),
                bill.total(),
                today.plusDays(DAYS_TO_PAY));
    }
}
