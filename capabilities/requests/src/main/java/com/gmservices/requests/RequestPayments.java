package com.gmservices.requests;

import com.gmservices.money.Money;
import com.gmservices.payments.Payable;
import com.gmservices.payments.PaymentEvent;
import com.gmservices.payments.PaymentEvent.PaymentCanceled;
import com.gmservices.payments.PaymentEvent.PaymentFailed;
import com.gmservices.payments.PaymentEvent.PaymentRefunded;
import com.gmservices.payments.PaymentEvent.PaymentStarted;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.payments.PaymentEvent.PaymentUnknown;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests can be paid for. What came in is added in the payment's own transaction and never refused: somebody who
 * moves the request at that moment is told to look again, the money is not.
 */
@Component
class RequestPayments implements Payable {

    static final String KIND = "service-request";

    private final ServiceRequests requests;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestPayments(ServiceRequests requests, History history, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Due> due(UUID id, CurrentMember asking) {
        return requests.find(new RequestId(id))
                .filter(request -> asking.may("read:all-requests")
                        || request.order().customer().equals(asking.id()))
                .map(request ->
                        new Due(request.due(), request.order().customer(), request.reference(), "/requests/" + id));
    }

    @EventListener
    void on(PaymentEvent event) {
        if (!event.kind().equals(KIND)) {
            return;
        }
        switch (event) {
            case PaymentSucceeded paid -> book("paid", "paid = paid + :amount", paid);
            case PaymentRefunded back -> book("refunded", "refunded = refunded + :amount", back);
            case PaymentStarted _, PaymentFailed _, PaymentCanceled _, PaymentUnknown _ -> {}
        }
    }

    private void book(String what, String change, PaymentEvent event) {
        Money amount = event.amount();
        var id = new RequestId(event.subject());
        jdbc.sql("""
                update requests.request set %s, revision = revision + 1
                where tenant_id = :tenant and id = :id and currency = :currency
                """.formatted(change))
                .param("amount", amount.amount())
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("currency", amount.currency().getCurrencyCode())
                .update();
        ServiceRequest request = requests.find(id).orElseThrow();
        history.add(
                id,
                new History.Entry(
                        what, request.status(), null, false, amount.toString(), request.revision(), clock.instant()));
    }
}
