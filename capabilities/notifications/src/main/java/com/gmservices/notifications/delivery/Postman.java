package com.gmservices.notifications.delivery;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.carrier.Carriers.Answer;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.delivery.Scruples.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings a delivery to a carrier. A carrier that may have it is never passed over for another one; should we die while
 * it is asked, the next postman asks it again, and only where twice does no harm sends it again. Few are under way at
 * once: a carrier that hangs must not hold all the jobs of the platform.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Longer than the time-outs of all carriers of a channel add up to. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    /** For a report to come in of what nobody knows about. */
    private static final Duration AFTER_SILENCE = Duration.ofMinutes(5);

    private final Semaphore hands = new Semaphore(4);
    private final DeliveryRows rows;
    private final Scruples scruples;
    private final Stationery stationery;
    private final SmsPurse purse;
    private final Dispatch dispatch;
    private final DeadAddresses dead;
    private final Couriers couriers;
    private final Clock clock;

    Postman(
            DeliveryRows rows,
            Scruples scruples,
            Stationery stationery,
            SmsPurse purse,
            Dispatch dispatch,
            DeadAddresses dead,
            Couriers couriers,
            Clock clock) {
        this.rows = rows;
        this.scruples = scruples;
        this.stationery = stationery;
        this.purse = purse;
        this.dispatch = dispatch;
        this.dead = dead;
        this.couriers = couriers;
        this.clock = clock;
    }

    /** When to come again; empty when there is nothing left to do. */
    Optional<Instant> bring(DeliveryId id) {
        Optional<Delivery> waiting = rows.waiting(id);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        if (!couriers.areThereFor(waiting.get().channel())) {
            rows.keep(id);
            return Optional.empty();
        }
        return switch (scruples.about(waiting.get(), clock.instant())) {
            case Verdict.Go _ -> claimAndSend(id);
            case Verdict.Later(Instant at, Reason reason) -> {
                rows.postpone(waiting.get(), at, reason);
                yield Optional.of(at);
            }
            case Verdict.Never(Reason reason) -> {
                rows.withhold(waiting.get(), reason);
                yield Optional.empty();
            }
        };
    }

    private Optional<Instant> claimAndSend(DeliveryId id) {
        if (!hands.tryAcquire()) {
            return Optional.of(clock.instant().plus(SOON));
        }
        try {
            Instant now = clock.instant();
            Optional<Delivery> claimed = rows.claim(id, now, now.plus(CLAIM));
            return claimed.isPresent() ? send(claimed.get()) : rows.claimedUntil(id);
        } finally {
            hands.release();
        }
    }

    private Optional<Instant> send(Delivery delivery) {
        Optional<Letter> letter = stationery.write(delivery);
        if (letter.isEmpty()) {
            rows.withhold(delivery, Reason.EMPTY);
            return Optional.empty();
        }
        if (delivery.channel() == Channel.SMS
                && !purse.pays(delivery, letter.get().text())) {
            return Optional.empty();
        }
        Answer answer = dispatch.carry(delivery, letter.get(), carrier -> rows.begin(delivery, carrier));
        return switch (answer.outcome()) {
            case Accepted(var reference) -> {
                rows.sent(
                        delivery,
                        Objects.requireNonNull(answer.carrier()),
                        reference,
                        letter.get().version(),
                        clock.instant());
                yield Optional.empty();
            }
            case Refused refused -> refused(delivery, answer.carrier(), refused);
            case NotTaken(var detail, var retryAfter) -> later(delivery, answer.carrier(), detail, retryAfter, false);
            case Unknown(var detail) -> later(delivery, answer.carrier(), detail, AFTER_SILENCE, true);
        };
    }

    private Optional<Instant> refused(Delivery delivery, @Nullable String carrier, Refused refused) {
        rows.failed(delivery, DeliveryState.FAILED, refused.detail());
        if (refused.isAddressDead()) {
            dead.refused(delivery, refused.detail());
        }
        tell(delivery, carrier, "refused", Optional.empty());
        return Optional.empty();
    }

    private Optional<Instant> later(
            Delivery delivery,
            @Nullable String carrier,
            String detail,
            @Nullable Duration atLeast,
            boolean isUncertain) {
        Optional<Instant> next = Pauses.after(delivery.attempts())
                .map(pause -> atLeast == null || pause.compareTo(atLeast) > 0 ? pause : atLeast)
                .map(clock.instant()::plus);
        if (next.isPresent()) {
            rows.tryLater(delivery, detail, isUncertain);
        } else {
            rows.failed(delivery, DeliveryState.FAILED, detail);
        }
        tell(delivery, carrier, isUncertain ? "silence" : "not taken", next);
        return next;
    }

    /** The log tells no address, which a carrier's answer may well hold. */
    private static void tell(Delivery delivery, @Nullable String carrier, String what, Optional<Instant> next) {
        log.warn(
                "{} {} was not sent at attempt {}: {} by {}; next {}",
                switch (delivery.id()) {
                    case OfTenant _ -> delivery.channel().code();
                    case OfAccount _ -> "account mail";
                },
                delivery.id().id(),
                delivery.attempts(),
                what,
                carrier == null ? "nobody" : carrier,
                next.isPresent() ? next.get() : "never");
    }
}
