package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.notifications.Said;
import com.gmservices.payments.PaymentEvent.PaymentFailed;
import com.gmservices.payments.PaymentEvent.PaymentRefunded;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.payments.PaymentEvent.PaymentUnknown;
import com.gmservices.payments.PaymentEvent.RefundFailed;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells payers what has become of their money, in particular when they have left the page in the meantime. */
@Component
class PaymentNotices {

    static final String TEAM = "refunds";
    static final String REFUND_FAILED = "payments.notice.refund-failed";

    /** And what the gateway waits for. */
    static final String REFUND_WAITS = "payments.notice.refund-waits.";

    private static final String KIND = "payments";

    private final Payments payments;
    private final Members members;
    private final Notifications notifications;

    PaymentNotices(Payments payments, Members members, Notifications notifications) {
        this.payments = payments;
        this.members = members;
        this.notifications = notifications;
    }

    @ApplicationModuleListener
    void succeeded(PaymentSucceeded event) {
        tell(event, "succeeded");
    }

    @ApplicationModuleListener
    void failed(PaymentFailed event) {
        tell(event, "failed");
    }

    @ApplicationModuleListener
    void unknown(PaymentUnknown event) {
        tell(event, "unknown");
    }

    @ApplicationModuleListener
    void refunded(PaymentRefunded event) {
        tell(event, "refunded");
    }

    /** Whoever runs the business has to give it back in another way. */
    @ApplicationModuleListener
    void notRefunded(RefundFailed event) {
        String once = "refund-failed.%s.%d".formatted(event.payment(), event.revision());
        tellTeam(event.payment(), event.amount(), once, REFUND_FAILED);
    }

    @ApplicationModuleListener
    void waiting(RefundWaits event) {
        String once = "refund-waits.%s.%s".formatted(event.refund(), event.what());
        tellTeam(event.payment(), event.amount(), once, REFUND_WAITS + event.what());
    }

    private void tellTeam(PaymentId id, Money amount, String once, String words) {
        Payment payment = payments.find(id).orElseThrow();
        notifications.tell(members.staff().stream()
                .filter(member -> member.roles().contains(Role.ADMIN))
                .map(member -> new Notice(
                                member.id(),
                                once,
                                words,
                                List.of(Said.money(amount), payment.reference()),
                                "/payments/" + id)
                        .ofKind(TEAM))
                .toList());
    }

    private void tell(PaymentEvent event, String what) {
        Payment payment = payments.find(event.payment()).orElseThrow();
        notifications.tell(List.of(new Notice(
                        event.payer(),
                        "payment.%s.%d".formatted(event.payment(), event.revision()),
                        "payments.notice." + what,
                        List.of(Said.money(event.amount()), payment.reference()),
                        "/payments/%s/outcome".formatted(event.payment()))
                .ofKind(KIND)));
    }
}
