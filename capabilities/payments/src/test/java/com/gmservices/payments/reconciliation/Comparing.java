package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.payments.reconciliation.Differences.Filter;
import com.gmservices.payments.reconciliation.Payouts.Payout;
import com.gmservices.tenancy.CurrentMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** The morning's job, at moments of a test's choosing, and what has come of it. */
public class Comparing {

    private final ReconciliationJobs jobs;
    private final Schedule schedule;
    private final Reconciler reconciler;
    private final Worklist worklist;
    private final Differences differences;
    private final ReconciledDays days;
    private final Movements movements;
    private final Payouts payouts;
    private final TransactionTemplate transactions;

    Comparing(
            ReconciliationJobs jobs,
            Schedule schedule,
            Reconciler reconciler,
            Worklist worklist,
            Differences differences,
            ReconciledDays days,
            Movements movements,
            Payouts payouts,
            TransactionTemplate transactions) {
        this.jobs = jobs;
        this.schedule = schedule;
        this.reconciler = reconciler;
        this.worklist = worklist;
        this.differences = differences;
        this.days = days;
        this.movements = movements;
        this.payouts = payouts;
        this.transactions = transactions;
    }

    public boolean begin(String gateway) {
        return schedule.beginDaily(gateway);
    }

    public boolean begin(CurrentMember admin, String gateway, LocalDate day) {
        return jobs.begin(admin, gateway, day);
    }

    /** Of all businesses. */
    public void beginDue() {
        jobs.beginDue();
    }

    public void goOn(String gateway) {
        reconciler.run(gateway);
    }

    public void daily(String gateway) {
        begin(gateway);
        goOn(gateway);
    }

    /** {@code amount_differs open 1000/900}, in the order in which they were found. */
    public List<String> differences() {
        return all().reversed().stream()
                .map(it -> "%s %s %s/%s"
                        .formatted(
                                it.kind().code(),
                                it.status().code(),
                                it.theirs() == null ? "-" : it.theirs().amount(),
                                it.ours() == null ? "-" : it.ours().amount()))
                .toList();
    }

    public UUID newest() {
        return all().getFirst().id().value();
    }

    public void resolve(CurrentMember admin, UUID id, int revision, String note) {
        worklist.resolve(admin, new DifferenceId(id), revision, note);
    }

    public boolean lookAgain(CurrentMember admin, UUID id) {
        return !worklist.lookAgain(admin, new DifferenceId(id)).orElseThrow().isOpen();
    }

    /** {@code charge 2 of 2 known: 1000, fee 15}. */
    public List<String> sums(LocalDate day) {
        return transactions.execute(status -> movements.sums(day)).stream()
                .map(it -> "%s %d of %d known: %d, fee %d"
                        .formatted(
                                it.code(),
                                it.known(),
                                it.count(),
                                it.gross().amount(),
                                it.fee().amount()))
                .toList();
    }

    /** The last part of its message's key. */
    public Optional<String> verdict(String gateway, LocalDate day) {
        return transactions
                .execute(status -> Report.of(days.of(day), movements.sums(day), differences.of(day)))
                .stream()
                .filter(report -> report.gateway().equals(gateway))
                .map(Report::verdict)
                .findFirst();
    }

    public List<Long> payouts() {
        return payouts.list(Cursor.newest(), 100).data().stream()
                .map(Payout::amount)
                .map(amount -> amount.amount())
                .toList();
    }

    private List<Difference> all() {
        return transactions
                .execute(status -> differences.list(new Filter(null, null), Cursor.newest(), 100))
                .data();
    }
}
