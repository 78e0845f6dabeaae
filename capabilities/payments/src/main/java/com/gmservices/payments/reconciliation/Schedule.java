package com.gmservices.payments.reconciliation;

import com.gmservices.payments.reconciliation.Round.Work;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the current tenant's gateways are asked, and for which days. */
@Component
class Schedule {

    /** Whoever has not ended by then is gone, and somebody else goes on. */
    private static final Duration LEASE = Duration.ofHours(1);

    /** What was begun while the job before was just ending is taken up by the next look at what is due. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final int MINUTES_OF_AN_HOUR = 60;

    private final Rounds rounds;
    private final OurSide ours;
    private final ReconciliationSettings settings;
    private final Tenants tenants;
    private final Clock clock;

    Schedule(Rounds rounds, OurSide ours, ReconciliationSettings settings, Tenants tenants, Clock clock) {
        this.rounds = rounds;
        this.ours = ours;
        this.settings = settings;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** When a gateway's turn comes again: at once for one that never had one. */
    Instant after(Round round) {
        return round.since() == null ? clock.instant() : next();
    }

    /** Tomorrow morning by the business's clock; not all businesses in the same minute. */
    private Instant next() {
        return today().plusDays(1)
                .atTime(settings.hour(), Math.floorMod(CurrentTenant.id().hashCode(), MINUTES_OF_AN_HOUR))
                .atZone(zone())
                .toInstant();
    }

    /** Begins what is due, or goes on with what somebody has left. False when nothing is to be done. */
    @Transactional
    public boolean beginDaily(String gateway) {
        Optional<Round> round = rounds.find(gateway);
        if (round.isPresent() && round.get().work() != null) {
            rounds.postpone(gateway, clock.instant().plus(LEASE));
            return true;
        }
        LocalDate yesterday = today().minusDays(1);
        LocalDate from = round.map(it -> again(gateway, it, yesterday)).orElseGet(() -> first(gateway, yesterday));
        if (from.isAfter(yesterday)) {
            rounds.postpone(gateway, next());
            return false;
        }
        return rounds.begin(gateway, Work.of(from, yesterday), from, soon());
    }

    /** False while something else is being compared. */
    @Transactional
    public boolean begin(String gateway, LocalDate day) {
        return rounds.begin(gateway, Work.of(day, day), null, soon());
    }

    private LocalDate again(String gateway, Round round, LocalDate yesterday) {
        LocalDate since = round.since();
        LocalDate until = round.until();
        if (since == null) {
            return first(gateway, yesterday);
        }
        if (until == null) {
            return since;
        }
        if (!until.isBefore(yesterday)) {
            return yesterday.plusDays(1);
        }
        LocalDate from = until.minusDays(settings.overlap() - 1L);
        return from.isBefore(since) ? since : from;
    }

    private LocalDate first(String gateway, LocalDate yesterday) {
        LocalDate earliest = yesterday.minusDays(settings.firstDays() - 1L);
        return ours.first(gateway)
                .map(at -> LocalDate.ofInstant(at, zone()))
                .filter(day -> day.isBefore(yesterday))
                .map(day -> day.isBefore(earliest) ? earliest : day)
                .orElse(yesterday);
    }

    private Instant soon() {
        return clock.instant().plus(SOON);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return tenants.current().timeZone();
    }
}
