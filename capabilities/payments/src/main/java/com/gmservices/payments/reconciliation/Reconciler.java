package com.gmservices.payments.reconciliation;

import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.reconciliation.Difference.Kind;
import com.gmservices.payments.reconciliation.Round.Work;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what was begun, day by day: asks the gateway outside of transactions, keeps what it tells, compares each
 * line. Whoever goes on with what another has left, or works at the same as another, finds done what is done.
 */
@Component
class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final int AT_ONCE = 500;
    private static final Duration PAUSE = Duration.ofHours(1);

    private final GatewayStatements statements;
    private final Rounds rounds;
    private final ReconciledDays days;
    private final Movements movements;
    private final Settling settling;
    private final Differences differences;
    private final OurSide ours;
    private final DifferenceNotices notices;
    private final Schedule schedule;
    private final ReconciliationSettings settings;
    private final Tenants tenants;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Reconciler(
            GatewayStatements statements,
            Rounds rounds,
            ReconciledDays days,
            Movements movements,
            Settling settling,
            Differences differences,
            OurSide ours,
            DifferenceNotices notices,
            Schedule schedule,
            ReconciliationSettings settings,
            Tenants tenants,
            TransactionTemplate transactions,
            Clock clock) {
        this.statements = statements;
        this.rounds = rounds;
        this.days = days;
        this.movements = movements;
        this.settling = settling;
        this.differences = differences;
        this.ours = ours;
        this.notices = notices;
        this.schedule = schedule;
        this.settings = settings;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    void run(String gateway) {
        for (Optional<Round> round = round(gateway); round.isPresent(); round = round(gateway)) {
            Work work = round.get().work();
            if (work == null) {
                return;
            }
            if (work.isDone()) {
                conclude(round.get(), work);
            } else if (!reconcile(gateway, work.next())) {
                return;
            }
        }
    }

    private Optional<Round> round(String gateway) {
        return transactions.execute(status -> rounds.find(gateway));
    }

    /** False when the gateway does not answer: it is asked again later, from this day on. */
    private boolean reconcile(String gateway, LocalDate day) {
        Optional<List<Movement>> told = ask(gateway, day);
        if (told.isEmpty()) {
            transactions.executeWithoutResult(status ->
                    rounds.fail(gateway, clock.instant(), clock.instant().plus(PAUSE)));
            return false;
        }
        keep(gateway, told.get());
        settleUnseen(gateway);
        transactions.executeWithoutResult(status -> {
            days.told(gateway, day, clock.instant());
            rounds.advance(gateway, day);
        });
        return true;
    }

    /** Today up to now only: what a gateway says of later is not true yet. */
    private Optional<List<Movement>> ask(String gateway, LocalDate day) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A gateway is not asked within a transaction");
        }
        Instant now = clock.instant();
        Instant end = day.plusDays(1).atStartOfDay(zone()).toInstant();
        try {
            return statements
                    .of(gateway)
                    .map(statement ->
                            statement.movements(day.atStartOfDay(zone()).toInstant(), end.isBefore(now) ? end : now));
        } catch (RuntimeException e) {
            log.warn("{} does not tell what it has moved on {}", gateway, day, e);
            return Optional.empty();
        }
    }

    private void keep(String gateway, List<Movement> told) {
        for (int from = 0; from < told.size(); from += AT_ONCE) {
            List<Movement> some = told.subList(from, Math.min(from + AT_ONCE, told.size()));
            transactions.executeWithoutResult(status -> movements.add(gateway, some, zone()));
        }
    }

    private void settleUnseen(String gateway) {
        List<MovementId> some;
        do {
            some = transactions.execute(status -> movements.unseen(gateway, AT_ONCE));
            some.forEach(settling::settle);
        } while (some.size() == AT_ONCE);
    }

    /** What was wrong may be right by now, and what they do not have may be seen only when all days are told. */
    private void conclude(Round round, Work work) {
        String gateway = round.gateway();
        transactions.execute(status -> differences.openMovements(gateway)).forEach(settling::settle);
        LocalDate until = round.untilAfter(work, LocalDate.ofInstant(clock.instant(), zone()));
        transactions.executeWithoutResult(status -> {
            missed(round, until);
            rounds.finish(gateway, work, until, clock.instant(), schedule.after(round));
            notices.tell(gateway);
        });
    }

    private void missed(Round round, @Nullable LocalDate until) {
        LocalDate since = round.since();
        if (since == null || until == null) {
            return;
        }
        LocalDate last = settings.missedBy(until);
        LocalDate first = last.minusDays(settings.firstDays());
        LocalDate from = first.isBefore(since) ? since : first;
        if (!last.isBefore(from)) {
            String gateway = round.gateway();
            ours.missingCharges(gateway, from, last, zone()).forEach(it -> miss(gateway, Kind.MISSING_CHARGE, it));
            ours.missingRefunds(gateway, from, last, zone()).forEach(it -> miss(gateway, Kind.MISSING_REFUND, it));
            ours.missingDisputes(gateway, since, from, last, zone())
                    .forEach(it -> miss(gateway, Kind.MISSING_DISPUTE, it));
        }
    }

    private void miss(String gateway, Kind kind, Ours it) {
        Instant moved = it.at() == null ? clock.instant() : it.at();
        differences.open(Difference.without(gateway, kind, it, LocalDate.ofInstant(moved, zone()), clock.instant()));
    }

    private ZoneId zone() {
        return tenants.current().timeZone();
    }
}
