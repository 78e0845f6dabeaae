package com.gmservices.payments.dispute;

import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.notifications.Said;
import com.gmservices.payments.dispute.DisputeEvent.DisputeDecided;
import com.gmservices.payments.dispute.DisputeEvent.DisputeOpened;
import com.gmservices.payments.dispute.DisputedCharges.Paid;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those who may answer disputes, and what they are told. */
@Component
class Answerers {

    static final String KIND = "disputes";

    private final DisputeRows rows;
    private final DisputedCharges charges;
    private final Members members;
    private final Notifications notifications;

    Answerers(DisputeRows rows, DisputedCharges charges, Members members, Notifications notifications) {
        this.rows = rows;
        this.charges = charges;
        this.members = members;
        this.notifications = notifications;
    }

    @ApplicationModuleListener
    void opened(DisputeOpened event) {
        Dispute dispute = rows.find(event.dispute()).orElseThrow();
        Instant due = dispute.dueBy();
        String once = "opened." + event.revision();
        if (due == null || !event.stage().equals(DisputeStage.NEEDS_RESPONSE)) {
            tell(dispute, once, "opened");
        } else {
            tell(dispute, once, "to-answer", Said.time(due));
        }
    }

    @ApplicationModuleListener
    void decided(DisputeDecided event) {
        Dispute dispute = rows.find(event.dispute()).orElseThrow();
        tell(dispute, "decided." + event.revision(), event.stage().code());
    }

    /** Once for each time that is set. */
    @Transactional
    void remind(Dispute dispute) {
        Instant due = Objects.requireNonNull(dispute.dueBy());
        tell(dispute, "due." + due.getEpochSecond(), "due-soon", Said.time(due));
    }

    @Transactional
    void tellUnsent(Dispute dispute, Answer answer) {
        tell(dispute, "unsent." + answer.id(), "unsent");
    }

    private void tell(Dispute dispute, String once, String what, String... more) {
        Paid paid = Objects.requireNonNull(
                charges.payments(List.of(dispute.payment())).get(dispute.payment()));
        var said = new ArrayList<>(List.of(Said.money(dispute.amount()), paid.reference()));
        said.addAll(List.of(more));
        notifications.tell(members.staff().stream()
                .filter(member -> members.toCurrent(member).may("answer:disputes"))
                .map(Member::id)
                .map(member -> new Notice(
                                member,
                                "dispute.%s.%s".formatted(dispute.id(), once),
                                "disputes.notice." + what,
                                said,
                                "/disputes/" + dispute.id())
                        .ofKind(KIND))
                .toList());
    }
}
