package com.gmservices.requests;

import com.gmservices.database.Ids;
import com.gmservices.money.Money;
import com.gmservices.payments.Payable;
import com.gmservices.payments.PaymentEvent;
import com.gmservices.payments.PaymentEvent.PaymentCanceled;
import com.gmservices.payments.PaymentEvent.PaymentFailed;
import com.gmservices.payments.PaymentEvent.PaymentRefunded;
import com.gmservices.payments.PaymentEvent.PaymentReserved;
import com.gmservices.payments.PaymentEvent.PaymentStarted;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.payments.PaymentEvent.PaymentUnknown;
import com.gmservices.payments.PaymentEvent.RefundFailed;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Quotes quotes;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestPayments(ServiceRequests requests, Quotes quotes, Catalogue catalogue, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.quotes = quotes;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Due> due(UUID id, CurrentMember asking) {
        return due(id).filter(
                        due -> asking.may("read:all-requests") || due.payer().equals(asking.id()));
    }

    @Override
    public Optional<Due> due(UUID id) {
        return requests.findOwed(new RequestId(id))
                .map(owed -> new Due(owed.due(), owed.customer(), owed.reference(), "/requests/" + id));
    }

    @Override
    public Optional<Bill> bill(UUID id, CurrentMember asking) {
        return requests.find(new RequestId(id))
                .filter(request -> asking.may("read:all-requests")
                        || request.order().customer().equals(asking.id()))
                .flatMap(this::bill);
    }

    @Override
    public Optional<Bill> bill(UUID id) {
        return requests.find(new RequestId(id)).flatMap(this::bill);
    }

    /** What an offering asks for is what the customer pays, with tax: quotes alone tell it apart. */
    @Override
    public Optional<Levy> levy(UUID id) {
        return quotes.findAgreed(new RequestId(id))
                .map(quote -> new Levy(
                        quote.total(),
                        quote.taxes().stream()
                                .map(Quote.Tax::amount)
                                .reduce(Money.zero(quote.total().currency()), Money::plus)));
    }

    /** The quote, if it is what the price comes from; the offering with its choices otherwise. */
    private Optional<Bill> bill(ServiceRequest request) {
        Money price = request.standing().account().price();
        return price == null
                ? Optional.empty()
                : agreed(request)
                        .map(quote -> quoted(request, quote))
                        .or(() -> catalogue
                                .find(request.order().offering())
                                .map(offering -> offered(request, offering, price)));
    }

    private Optional<Quote> agreed(ServiceRequest request) {
        Money price = request.standing().account().price();
        return quotes.find(request.id(), request.standing().quote().version())
                .filter(quote -> quote.total().equals(price));
    }

    private static Bill quoted(ServiceRequest request, Quote quote) {
        Currency currency = quote.total().currency();
        return new Bill(
                request.order().site(),
                quote.lines().stream()
                        .map(line -> new Line(line.description(), line.quantity(), line.amount(currency)))
                        .toList(),
                quote.taxes().stream()
                        .map(tax -> new Tax(tax.rate().name() + " " + tax.rate().rate() + " %", tax.amount()))
                        .toList(),
                quote.total());
    }

    /** One line, since what the choices cost may have changed since they were made. */
    private static Bill offered(ServiceRequest request, Offering offering, Money price) {
        List<String> chosen = new ArrayList<>(request.order().addOns());
        if (request.order().tier() != null) {
            chosen.addFirst(request.order().tier());
        }
        String what = Stream.concat(Stream.of(offering.name()), chosen.stream().map(code -> named(offering, code)))
                .collect(Collectors.joining(", "));
        return new Bill(request.order().site(), List.of(new Line(what, BigDecimal.ONE, price)), List.of(), price);
    }

    private static String named(Offering offering, String code) {
        return Stream.concat(offering.tiers().stream(), offering.addOns().stream())
                .filter(choice -> choice.code().equals(code))
                .map(Offering.Choice::name)
                .findFirst()
                .orElse(code);
    }

    @EventListener
    void on(PaymentEvent event) {
        if (!event.kind().equals(KIND)) {
            return;
        }
        switch (event) {
            case PaymentSucceeded paid -> book("paid", paid, paid.amount().amount(), 0);
            case PaymentRefunded back -> book("refunded", back, 0, back.amount().amount());
            case PaymentStarted _,
                    PaymentReserved _,
                    PaymentFailed _,
                    PaymentCanceled _,
                    PaymentUnknown _,
                    RefundFailed _ -> {}
        }
    }

    private void book(String what, PaymentEvent event, long came, long went) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into requests.request_history
                    (tenant_id, id, request_id, revision, move, status, by_staff, reason, at)
                select :tenant, :id, :request, revision, :what, status, false, :said, :now
                from requests.add_money(:tenant, :request, :currency, :came, :went)
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", Ids.at(now))
                .param("request", event.subject())
                .param("what", what)
                .param("said", event.amount().toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("currency", event.amount().currency().getCurrencyCode())
                .param("came", came)
                .param("went", went)
                .update();
    }
}
