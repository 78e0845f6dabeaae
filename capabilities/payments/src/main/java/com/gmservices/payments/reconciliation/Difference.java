package com.gmservices.payments.reconciliation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.money.Money;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a gateway's account and ours do not agree.
 *
 * @param subject the line of theirs that it is about, or what of ours they miss
 * @param line what the gateway calls its line; null for what it does not have
 * @param about the attempt, refund or dispute of ours, where it is known
 * @param theirs what the gateway says
 * @param ours what we say
 */
record Difference(
        DifferenceId id,
        String gateway,
        LocalDate day,
        Kind kind,
        UUID subject,
        @Nullable MovementId movement,
        @Nullable String line,
        @Nullable UUID about,
        @Nullable UUID payment,
        @Nullable Money theirs,
        @Nullable Money ours,
        Status status,
        @Nullable String note,
        @Nullable MemberId resolvedBy,
        int revision,
        Instant foundAt,
        @Nullable Instant closedAt) {

    enum Kind {
        /** They took something of which we know nothing. */
        UNKNOWN_CHARGE,
        /** They took what is failed, called off or still open here. */
        NOT_TAKEN_HERE,
        /** We say it was taken, and they do not. */
        MISSING_CHARGE,
        UNKNOWN_REFUND,
        /** They gave back what has failed or is still open here. */
        NOT_GIVEN_BACK_HERE,
        MISSING_REFUND,
        /** They took money back for a complaint that is not in the books. */
        UNKNOWN_DISPUTE,
        /** We say that they took money back for a complaint, and they do not. */
        MISSING_DISPUTE,
        /** Another line of theirs is about the same. */
        LISTED_TWICE,
        CURRENCY_DIFFERS,
        AMOUNT_DIFFERS,
        /** Both sides agree, and the books have something else. */
        BOOKED_OTHERWISE;

        /** Whether it is clear what of ours the line is, whatever else is wrong. */
        boolean isOfOurs() {
            return this == CURRENCY_DIFFERS || this == AMOUNT_DIFFERS || this == BOOKED_OTHERWISE;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    enum Status {
        OPEN,
        /** By somebody who has said why. */
        RESOLVED,
        /** By itself: what was seen later agrees. */
        VANISHED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** In a line of theirs. */
    static Difference in(Told told, Finding finding, Kind kind, Instant now) {
        Ours about = finding.about();
        return new Difference(
                DifferenceId.next(),
                told.gateway(),
                told.day(),
                kind,
                told.id().value(),
                told.id(),
                told.movement().reference(),
                about == null ? null : about.id(),
                about == null ? null : about.payment(),
                told.movement().gross(),
                finding.ours(),
                Status.OPEN,
                null,
                null,
                1,
                now,
                null);
    }

    /** What they do not have. */
    static Difference without(String gateway, Kind kind, Ours ours, LocalDate day, Instant now) {
        return new Difference(
                DifferenceId.next(),
                gateway,
                day,
                kind,
                ours.id(),
                null,
                null,
                ours.id(),
                ours.payment(),
                null,
                ours.amount(),
                Status.OPEN,
                null,
                null,
                1,
                now,
                null);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether asking the gateway again may settle it. */
    public boolean canBeLookedUp() {
        return isOpen() && (kind == Kind.NOT_TAKEN_HERE || kind == Kind.NOT_GIVEN_BACK_HERE);
    }
}
