package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.documents.Documents;
import com.gmservices.money.Money;
import com.gmservices.payments.dispute.Courtroom;
import com.gmservices.payments.dispute.Dispute;
import com.gmservices.payments.dispute.Disputes;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Payers who have paid, and complain about it. */
abstract class Complainants extends AtTheTill {

    static final long PAID = 10_000;
    static final long PART = 4_000;

    @Autowired
    Disputes disputes;

    @Autowired
    Courtroom courtroom;

    @Autowired
    UnreliableComplaints complaints;

    @Autowired
    Documents documents;

    @BeforeEach
    @Override
    void aBusiness() {
        super.aBusiness();
        complaints.heal();
        ben = staff();
    }

    CurrentMember staff() {
        return new CurrentMember(
                harbour,
                MemberId.next(),
                null,
                "Ben",
                Set.of(Role.STAFF),
                Set.of(
                        "collect:payments",
                        "read:payments",
                        "refund:payments",
                        "read:disputes",
                        "answer:disputes",
                        "attach:documents"));
    }

    Payment pay() {
        UUID bill = bill(PAID);
        return in(() -> checkout.pay(
                ada,
                wish(bill, UnreliableGateway.NAME, UnreliableGateway.CARD),
                UUID.randomUUID().toString()));
    }

    UUID attempt(Payment payment) {
        return in(() -> checkout.attempts(payment)).getFirst().id().value();
    }

    String complaint(Payment payment, long amount) {
        return complaint(payment, amount, clock.instant().plus(Duration.ofDays(7)));
    }

    String complaint(Payment payment, long amount, @Nullable Instant dueBy) {
        return complaints.complain(attempt(payment), null, Money.of(amount, "NGN"), dueBy);
    }

    Dispute complain(Payment payment, long amount) {
        return complain(payment, amount, clock.instant().plus(Duration.ofDays(7)));
    }

    Dispute complain(Payment payment, long amount, @Nullable Instant dueBy) {
        String reference = complaint(payment, amount, dueBy);
        in(() -> disputes.changed(UnreliableGateway.NAME, reference));
        return disputes(payment).getFirst();
    }

    void hear(Dispute dispute) {
        in(() -> disputes.changed(UnreliableGateway.NAME, dispute.reference()));
    }

    List<Dispute> disputes(Payment payment) {
        return in(() -> disputes.of(payment.id().value()));
    }

    Dispute now(Dispute dispute) {
        return in(() -> disputes.of(dispute.payment())).stream()
                .filter(it -> it.id().equals(dispute.id()))
                .findFirst()
                .orElseThrow();
    }

    void courtroomContest(Dispute dispute, String key) {
        in(() -> courtroom.contest(ben, dispute, "It was done as agreed.", key));
    }

    List<String> answers(Dispute dispute) {
        return in(() -> courtroom.answers(dispute));
    }

    Refund refund(Payment payment, @Nullable Long amount) {
        return in(() -> refunding.refund(
                ben,
                payment.id(),
                amount == null ? null : Money.of(amount, "NGN"),
                null,
                UUID.randomUUID().toString()));
    }

    void assertSound(long entries) {
        assertThat(in(books::entries)).isEqualTo(entries);
        assertThat(in(books::faults)).isZero();
    }

    /** What each of them got: an answer, or the refusal that was thrown. */
    List<Object> together(int many, Supplier<?> work) throws Exception {
        var ready = new CountDownLatch(many);
        var futures = new ArrayList<Future<Object>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return CurrentTenant.call(harbour, work::get);
                }));
            }
        }
        var outcomes = new ArrayList<>();
        for (Future<Object> future : futures) {
            outcomes.add(outcome(future));
        }
        return outcomes;
    }

    static Object outcome(Future<Object> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                return refusal;
            }
            throw e;
        }
    }

    void in(Runnable work) {
        CurrentTenant.run(harbour, work);
    }
}
