package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.notifications.Said;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells those who collect that money which they have reserved must be taken soon, or is not reserved any more. */
@Component
class ReservationNotices {

    static final String KIND = "reservations";
    static final String ENDS = "payments.notice.reservation-ends";
    static final String LAPSED = "payments.notice.reservation-lapsed";
    private static final Duration SOON = Duration.ofDays(2);

    private final Payments payments;
    private final Members members;
    private final Notifications notifications;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReservationNotices(
            Payments payments,
            Members members,
            Notifications notifications,
            TransactionTemplate transactions,
            Clock clock) {
        this.payments = payments;
        this.members = members;
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Each time that it is still reserved; told once. */
    void looked(Payment payment) {
        Instant until = payment.reservedUntil();
        if (payment.status() == PaymentStatus.REQUIRES_CAPTURE
                && until != null
                && !clock.instant().isBefore(until.minus(SOON))) {
            transactions.executeWithoutResult(
                    status -> tell(payment, payment.amount(), ENDS, List.of(Said.time(until))));
        }
    }

    @ApplicationModuleListener
    void lapsed(ReservationLapsed event) {
        tell(payments.find(event.payment()).orElseThrow(), event.amount(), LAPSED, List.of());
    }

    private void tell(Payment payment, Money amount, String words, List<String> more) {
        var said = new ArrayList<>(List.of(Said.money(amount), payment.reference()));
        said.addAll(more);
        notifications.tell(members.staff().stream()
                .filter(member -> members.toCurrent(member).may("collect:payments"))
                .map(Member::id)
                .map(member -> new Notice(member, words + "." + payment.id(), words, said, "/payments/" + payment.id())
                        .ofKind(KIND))
                .toList());
    }
}
