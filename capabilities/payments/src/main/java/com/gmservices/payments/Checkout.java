package com.gmservices.payments;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.Opening.Opened;
import com.gmservices.payments.Opening.Started;
import com.gmservices.payments.Payment.Failure;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.tenancy.CurrentMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The till. What calls a gateway must not be called within a transaction; what it answers is where the payment stands
 * now, and {@link PaymentEvent}s tell what becomes of it later.
 */
@Service
public class Checkout {

    private static final int TRIES = 5;

    private final Opening opening;
    private final Charging charging;
    private final Payables payables;
    private final Payments payments;
    private final PaymentSearch search;
    private final Attempts attempts;
    private final Gateways gateways;
    private final TransactionTemplate transactions;

    Checkout(
            Opening opening,
            Charging charging,
            Payables payables,
            Payments payments,
            PaymentSearch search,
            Attempts attempts,
            Gateways gateways,
            TransactionTemplate transactions) {
        this.opening = opening;
        this.charging = charging;
        this.payables = payables;
        this.payments = payments;
        this.search = search;
        this.attempts = attempts;
        this.gateways = gateways;
        this.transactions = transactions;
    }

    /**
     * @param kind the {@link Payable#kind()} of what is paid for, and its id
     * @param with null when the payer has yet to choose
     * @param deposit less than what is due, as staff agree it; null for all
     * @param seen what the payer was told is due, if it was told
     * @param link through which a visitor pays
     */
    public record Wish(
            String kind,
            UUID subject,
            String gateway,
            @Nullable Try with,
            @Nullable Money deposit,
            @Nullable Money seen,
            CaptureMethod capture,
            @Nullable UUID link) {

        public Wish(
                String kind,
                UUID subject,
                String gateway,
                @Nullable Try with,
                @Nullable Money deposit,
                @Nullable Money seen,
                CaptureMethod capture) {
            this(kind, subject, gateway, with, deposit, seen, capture, null);
        }
    }

    /** Which payments a list shows; null leaves a column open. */
    public record Listed(
            @Nullable PaymentStatus status,
            @Nullable String kind,
            @Nullable UUID subject) {}

    /**
     * Pays what is due. The same key of the same member is the same payment, whatever happens in between; an open
     * payment for the same thing gives way if it still waits for its payer.
     */
    public Payment pay(CurrentMember member, Wish wish, String key) {
        PaymentGateway gateway = gateways.named(wish.gateway());
        if (wish.capture() == CaptureMethod.MANUAL) {
            member.require("collect:payments");
            requireReserving(gateway);
        }
        return carryOut(() -> opening.open(member, wish, key));
    }

    /** What is due on something, for a member who may pay it. */
    public Payable.Due due(CurrentMember member, String kind, UUID subject) {
        return transactions.execute(status -> payables.due(kind, subject, member));
    }

    /**
     * Tries a payment that waits for a method, or has failed, with this one.
     *
     * @param gateway another than before, or null for the same
     */
    public Payment confirm(
            CurrentMember member, PaymentId id, @Nullable String gateway, Try with, @Nullable String key) {
        Payment payment = find(member, id);
        String at = gateway == null ? payment.gateway() : gateway;
        if (payment.capture() == CaptureMethod.MANUAL) {
            requireReserving(gateways.named(at));
        }
        return carryOut(() -> opening.reopen(member, find(member, id), at, with, key));
    }

    /** Calls off a payment that waits for its payer, or whose money is only reserved. */
    public Payment cancel(CurrentMember member, PaymentId id) {
        member.require(member.isStaff() ? "collect:payments" : "pay:payments");
        Payment payment = find(member, id);
        if (payment.status() == PaymentStatus.REQUIRES_PAYMENT_METHOD && opening.withdraw(payment)) {
            return find(member, id);
        }
        if (payment.status() == PaymentStatus.REQUIRES_CAPTURE) {
            member.require("collect:payments");
        }
        Payment after = payment.status().canBeCalledOff() ? charging.callOff(payment) : find(member, id);
        if (after.status() != PaymentStatus.CANCELED) {
            throw new PaymentRefused.WrongStage("cancel", after.status());
        }
        return after;
    }

    /**
     * Takes what was only reserved, or a part of it; the rest is released.
     *
     * @param amount null for all of it
     */
    public Payment capture(CurrentMember member, PaymentId id, @Nullable Money amount) {
        member.require("collect:payments");
        Payment payment = find(member, id);
        if (payment.status() != PaymentStatus.REQUIRES_CAPTURE) {
            throw new PaymentRefused.WrongStage("capture", payment.status());
        }
        Money taken = amount == null ? payment.amount() : capturable(amount, payment.amount());
        return charging.capture(payment, taken)
                .orElseThrow(() -> new PaymentRefused.WrongStage(
                        "capture", find(member, id).status()));
    }

    private static Money capturable(Money amount, Money reserved) {
        if (!amount.currency().equals(reserved.currency())) {
            throw new PaymentRefused.Unfit("/amount/currency", "It is reserved in %s".formatted(reserved.currency()));
        }
        if (!amount.isPositive() || amount.compareTo(reserved) > 0) {
            throw new PaymentRefused.Unfit(
                    "/amount/amount", "%s is reserved: take a part of it or all".formatted(reserved));
        }
        return amount;
    }

    private static void requireReserving(PaymentGateway gateway) {
        if (!gateway.reserves()) {
            throw new PaymentRefused.Unfit(
                    "/capture_method", "%s takes money at once and cannot reserve it".formatted(gateway.name()));
        }
    }

    /** Where a payment stands after asking its gateway again; for a payer who comes back from the gateway's page. */
    public Payment lookAgain(CurrentMember member, PaymentId id) {
        return charging.lookUp(find(member, id));
    }

    public Payment find(CurrentMember member, PaymentId id) {
        return transactions
                .execute(status -> payments.find(id))
                .filter(payment -> sees(member, payment))
                .orElseThrow(() -> new PaymentRefused.NotFound("payment"));
    }

    /** The newest payment that was made through a link, after asking its gateway where it waits. */
    Optional<Payment> throughLink(UUID link) {
        return transactions.execute(status -> payments.findByLink(link)).map(charging::lookUp);
    }

    /** The payment that holds a thing at this moment. */
    Optional<Payment> underWay(CurrentMember member, String kind, UUID subject) {
        return transactions
                .execute(status -> payments.findOpen(kind, subject))
                .filter(payment -> sees(member, payment));
    }

    /** The newest first. */
    List<Attempt> attempts(Payment payment) {
        return transactions.execute(status -> attempts.of(payment.id()));
    }

    /** A customer's own, or all of them for staff; the newest first. */
    public Page<Payment> list(CurrentMember member, Listed choice, Cursor cursor, int limit) {
        return search.find(member, choice, Sought.ANYTHING, cursor, limit);
    }

    private static boolean sees(CurrentMember member, Payment payment) {
        return member.isStaff() || payment.payer().equals(member.id());
    }

    private Payment carryOut(Supplier<Opened> opening) {
        for (int i = 0; i < TRIES; i++) {
            switch (opened(opening)) {
                case Opened.Fresh(Payment payment, var started) -> {
                    return started == null ? payment : charge(started);
                }
                case Opened.Known(Payment payment) -> {
                    return charging.lookUp(payment);
                }
                case Opened.Occupied(Payment by) -> {
                    if (charging.callOff(by).status().awaitsCustomer()) {
                        throw new PaymentRefused.UnderWay();
                    }
                }
                case Opened.Again _ -> {}
            }
        }
        throw new PaymentRefused.UnderWay();
    }

    /** Where one gateway is out of order, payers who only want to get to a page where they can pay go to the next. */
    private Payment charge(Started started) {
        Attempt attempt = started.attempt();
        Payment charged = charging.charge(started);
        Failure failure = charged.failure();
        if (failure == null
                || !failure.code().equals(Failure.NOT_REACHED)
                || !attempt.method().equals(PaymentGateway.PAGE)) {
            return charged;
        }
        return gateways.after(charged.gateway(), charged.amount().currency())
                .filter(next -> next.methods().contains(PaymentGateway.PAGE))
                .filter(next -> next.reserves() || charged.capture() == CaptureMethod.AUTOMATIC)
                .map(next -> carryOut(() -> opening.reroute(charged, next.name(), attempt.with())))
                .orElse(charged);
    }

    private static Opened opened(Supplier<Opened> opening) {
        try {
            return opening.get();
        } catch (DuplicateKeyException somebodyElseIsPaying) {
            throw new PaymentRefused.UnderWay();
        }
    }
}
