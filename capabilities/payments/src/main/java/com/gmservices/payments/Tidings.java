package com.gmservices.payments;

import com.gmservices.payments.gateway.ComplaintNews;
import com.gmservices.payments.gateway.GatewayNews;
import com.gmservices.payments.gateway.NoticeReader.Concern;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfCharge;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfDispute;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfNothing;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfRefund;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what gateways say by themselves to whoever can look it up. */
@Component
class Tidings implements GatewayNews {

    private final Charging charging;
    private final Refunding refunding;
    private final ObjectProvider<ComplaintNews> complaints;
    private final Attempts attempts;
    private final Refunds refunds;
    private final TransactionTemplate transactions;

    Tidings(
            Charging charging,
            Refunding refunding,
            ObjectProvider<ComplaintNews> complaints,
            Attempts attempts,
            Refunds refunds,
            TransactionTemplate transactions) {
        this.charging = charging;
        this.refunding = refunding;
        this.complaints = complaints;
        this.attempts = attempts;
        this.refunds = refunds;
        this.transactions = transactions;
    }

    @Override
    public void changed(UUID key) {
        charging.changed(key);
    }

    @Override
    public void told(String gateway, Concern about) {
        switch (about) {
            case OfCharge charge ->
                charging.changed(
                        attempt(gateway, charge.key(), charge.reference()).id().value());
            case OfRefund refund -> refunds(gateway, refund).forEach(refunding::changed);
            case OfDispute dispute -> complaints.ifAvailable(it -> it.changed(gateway, dispute.reference()));
            case OfNothing _ -> {}
        }
    }

    private Attempt attempt(String gateway, @Nullable UUID key, @Nullable String reference) {
        return transactions
                .execute(status -> Optional.ofNullable(key)
                        .flatMap(it -> attempts.find(new AttemptId(it)))
                        .or(() -> Optional.ofNullable(reference).flatMap(it -> attempts.findByReference(gateway, it))))
                .orElseThrow(() -> new NotKnown("charge", gateway));
    }

    /** Where a vendor does not say which of a charge's refunds it means, it may be any. */
    private List<RefundId> refunds(String gateway, OfRefund about) {
        return transactions.execute(status -> {
            Optional<Refund> named = Optional.ofNullable(about.key())
                    .flatMap(it -> refunds.find(new RefundId(it)))
                    .or(() -> Optional.ofNullable(about.reference()).flatMap(refunds::findByReference));
            if (named.isPresent()) {
                return List.of(named.get().id());
            }
            return Optional.ofNullable(about.charge())
                    .flatMap(charge -> attempts.findByReference(gateway, charge))
                    .map(charge -> refunds.pending(charge.payment()))
                    .orElseThrow(() -> new NotKnown("refund", gateway));
        });
    }

    /** Not yet, or not at all: the vendor may have been quicker than our own answer. */
    private static final class NotKnown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotKnown(String what, String gateway) {
            super("%s tells of a %s that is not known here".formatted(gateway, what));
        }
    }
}
