package com.gmservices.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.money.Money;
import com.gmservices.requests.Dossier;
import com.gmservices.requests.Move;
import com.gmservices.requests.Offering;
import com.gmservices.requests.OfferingId;
import com.gmservices.requests.PaymentStatus;
import com.gmservices.requests.Priority;
import com.gmservices.requests.Provider;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Quote;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ResponseClock;
import com.gmservices.requests.Reviews.Review;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.ServiceRequest.Appointment;
import com.gmservices.requests.ServiceRequest.Order;
import com.gmservices.requests.ServiceRequest.Standing;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.SiteId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        RequestId id,
        String reference,
        RequestStatus status,
        PaymentStatus paymentStatus,
        Service service,
        Customer customer,
        SiteId siteId,
        Priority priority,
        @Nullable String tier,
        List<String> addOns,
        @Nullable String notes,
        @Nullable Instant preferredAt,
        JsonNode details,
        List<String> remarks,
        @Nullable Money price,
        Money amountDue,
        @Nullable QuoteView quote,
        @Nullable Assigned provider,
        @Nullable Appointment appointment,
        Due due,
        @Nullable Stars review,
        int revision,
        List<Move> allowedActions,
        Instant since,
        Instant createdAt) {

    record Service(OfferingId id, String serviceType, String name) {}

    record Customer(MemberId id, String name) {}

    record Assigned(ProviderId id, String name, Offering.Rating rating) {}

    /** @param pausedSince set while the clock stands still because the customer or an outside reason is waited for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Due(
            Instant responseAt,
            @Nullable Instant respondedAt,
            Instant resolveAt,
            @Nullable Instant pausedSince) {}

    record QuoteView(
            int version, List<LineView> lines, List<TaxView> taxes, Money net, Money total, Instant validUntil) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            String description,
            String quantity,
            long unitAmount,
            @Nullable String taxCode) {}

    record TaxView(String code, String name, BigDecimal rate, Money amount) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stars(int rating, @Nullable String comment) {}

    static RequestView of(Dossier dossier) {
        ServiceRequest request = dossier.request();
        Order order = request.order();
        Standing standing = request.standing();
        Offering offering = dossier.offering();
        Member customer = dossier.customer();
        return new RequestView(
                request.id(),
                request.reference(),
                request.status(),
                request.paymentStatus(),
                new Service(offering.id(), order.serviceType(), offering.name()),
                new Customer(customer.id(), customer.name()),
                order.site(),
                order.priority(),
                order.tier(),
                order.addOns(),
                order.notes(),
                order.preferredAt(),
                order.details(),
                dossier.remarks(),
                standing.account().price(),
                request.due(),
                quote(dossier.quote()),
                assigned(dossier.provider()),
                standing.appointment(),
                due(standing.clock()),
                stars(dossier.review()),
                request.revision(),
                dossier.allowed(),
                standing.since(),
                request.createdAt());
    }

    private static @Nullable QuoteView quote(@Nullable Quote quote) {
        return quote == null
                ? null
                : new QuoteView(
                        quote.version(),
                        quote.lines().stream()
                                .map(line -> new LineView(
                                        line.description(),
                                        line.quantity().toPlainString(),
                                        line.unitAmount(),
                                        line.taxCode()))
                                .toList(),
                        quote.taxes().stream()
                                .map(tax -> new TaxView(
                                        tax.rate().code(),
                                        tax.rate().name(),
                                        tax.rate().rate().value(),
                                        tax.amount()))
                                .toList(),
                        quote.net(),
                        quote.total(),
                        quote.validUntil());
    }

    private static @Nullable Assigned assigned(@Nullable Provider provider) {
        return provider == null ? null : new Assigned(provider.id(), provider.name(), provider.rating());
    }

    private static Due due(ResponseClock.Reading clock) {
        return new Due(clock.respondBy(), clock.respondedAt(), clock.resolveBy(), clock.pausedSince());
    }

    private static @Nullable Stars stars(@Nullable Review review) {
        return review == null ? null : new Stars(review.rating(), review.comment());
    }
}
