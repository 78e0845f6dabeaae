package com.gmservices.requests;

import com.gmservices.money.Money;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.SiteId;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a customer asked for ({@link Order}, which stays as it was sent) and how it stands ({@link Standing}, which
 * changes with each move and each payment, and the revision with it).
 */
public record ServiceRequest(
        TenantId tenant,
        RequestId id,
        String reference,
        Order order,
        Standing standing,
        int revision,
        Instant createdAt) {

    public record Order(
            OfferingId offering,
            String serviceType,
            MemberId customer,
            SiteId site,
            Priority priority,
            @Nullable String tier,
            List<String> addOns,
            @Nullable String notes,
            @Nullable Instant preferredAt,
            JsonNode details,
            List<Remark> remarks) {

        public Order {
            addOns = List.copyOf(addOns);
            remarks = List.copyOf(remarks);
        }
    }

    /** @param since when it came to this status */
    public record Standing(
            RequestStatus status,
            Instant since,
            Account account,
            QuoteMark quote,
            @Nullable ProviderId provider,
            @Nullable Appointment appointment,
            ResponseClock.Reading clock,
            boolean reviewed) {

        Standing at(RequestStatus next, Instant now) {
            return next == status
                    ? this
                    : new Standing(next, now, account, quote, provider, appointment, clock, reviewed);
        }

        Standing with(Account account) {
            return new Standing(status, since, account, quote, provider, appointment, clock, reviewed);
        }

        Standing with(QuoteMark quote) {
            return new Standing(status, since, account, quote, provider, appointment, clock, reviewed);
        }

        Standing with(ProviderId provider) {
            return new Standing(status, since, account, quote, provider, appointment, clock, reviewed);
        }

        Standing with(Appointment appointment) {
            return new Standing(status, since, account, quote, provider, appointment, clock, reviewed);
        }

        Standing with(ResponseClock.Reading clock) {
            return new Standing(status, since, account, quote, provider, appointment, clock, reviewed);
        }

        Standing withReview() {
            return new Standing(status, since, account, quote, provider, appointment, clock, true);
        }
    }

    /** Price agreed upon (null as long as there is none), money that came in, and how much of it went back. */
    public record Account(Currency currency, @Nullable Money price, Money paid, Money refunded) {

        static Account open(Currency currency, @Nullable Money price) {
            return new Account(currency, price, Money.zero(currency), Money.zero(currency));
        }

        /**
         * What is to be paid now. Nothing before the price is agreed upon, nothing for work that will not be done,
         * and not again what was given back.
         */
        Money due(RequestStatus status) {
            boolean agreed = switch (status) {
                case CONFIRMED, IN_PROGRESS, ON_HOLD, COMPLETED -> true;
                case PENDING, QUOTED, DECLINED, CANCELLED -> false;
            };
            Money open = agreed && price != null ? price.minus(paid) : Money.zero(currency);
            return open.isPositive() ? open : Money.zero(currency);
        }

        Account at(Money price) {
            return new Account(currency, price, paid, refunded);
        }

        Account plusPaid(Money amount) {
            return new Account(currency, price, paid.plus(amount), refunded);
        }

        Account plusRefunded(Money amount) {
            return new Account(currency, price, paid, refunded.plus(amount));
        }
    }

    /** The quote on the table: its version, 0 before the first, and until when it holds. */
    public record QuoteMark(int version, @Nullable Instant validUntil) {

        static final QuoteMark NONE = new QuoteMark(0, null);
    }

    public record Appointment(Instant startsAt, Instant endsAt) {}

    public RequestStatus status() {
        return standing.status();
    }

    /** What is to be paid now. */
    public Money due() {
        return standing.account().due(status());
    }

    public PaymentStatus paymentStatus() {
        Account account = standing.account();
        if (account.paid().isPositive() && account.refunded().equals(account.paid())) {
            return PaymentStatus.REFUNDED;
        }
        if (due().isPositive()) {
            return account.paid().minus(account.refunded()).isPositive()
                    ? PaymentStatus.PARTLY_PAID
                    : PaymentStatus.DUE;
        }
        return account.paid().isPositive() ? PaymentStatus.PAID : PaymentStatus.NONE;
    }

    ServiceRequest next(Standing next) {
        return new ServiceRequest(tenant, id, reference, order, next, revision + 1, createdAt);
    }
}
