package com.gmservices.payments.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a gateway's account was compared with ours.
 *
 * @param since the first day that was asked for by itself; null when only somebody has asked by hand
 * @param until all days from then up to this one are compared; null at first
 * @param work what is being compared at this moment
 * @param failedAt when the gateway did not tell us the next day, since it last did
 */
record Round(
        String gateway,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable Work work,
        @Nullable Instant failedAt,
        @Nullable Instant finishedAt) {

    public boolean isUnderWay() {
        return work != null && failedAt == null;
    }

    /** All days up to which are compared, once the work is done. */
    @Nullable
    LocalDate untilAfter(Work done, LocalDate today) {
        LocalDate last = done.to.isBefore(today) ? done.to : today.minusDays(1);
        LocalDate missing = until == null ? since : until.plusDays(1);
        boolean goesOn = missing != null && !done.from.isAfter(missing) && !last.isBefore(missing);
        return goesOn ? last : until;
    }

    /** Days, one after the other. */
    record Work(LocalDate from, LocalDate to, LocalDate next) {

        static Work of(LocalDate from, LocalDate to) {
            return new Work(from, to, from);
        }

        public boolean isDone() {
            return next.isAfter(to);
        }

        public long days() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }

        public long done() {
            return ChronoUnit.DAYS.between(from, next);
        }
    }
}
