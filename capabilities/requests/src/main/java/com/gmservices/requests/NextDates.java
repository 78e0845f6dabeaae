package com.gmservices.requests;

import com.gmservices.requests.Board.Next;
import com.gmservices.requests.Board.Next.What;
import com.gmservices.requests.ServiceRequest.Standing;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The one date to know of a request, as its card on the board has it; what is closed has none. */
public final class NextDates {

    private NextDates() {}

    public static Optional<Next> of(ServiceRequest request, Instant now) {
        Standing standing = request.standing();
        return switch (standing.status()) {
            case QUOTED ->
                Optional.of(new Next(
                        What.QUOTE_ENDS, Objects.requireNonNull(standing.quote().validUntil()), false));
            case ON_HOLD -> Optional.of(new Next(What.ON_HOLD, standing.since(), false));
            case COMPLETED, DECLINED, CANCELLED -> Optional.empty();
            case PENDING, CONFIRMED, IN_PROGRESS ->
                Optional.of(Next.of(
                        standing.clock().respondedAt() != null,
                        due(standing.clock()),
                        standing.appointment() == null
                                ? null
                                : standing.appointment().startsAt(),
                        now));
        };
    }

    private static Instant due(ResponseClock.Reading clock) {
        boolean answerFirst = clock.respondedAt() == null && clock.respondBy().isBefore(clock.resolveBy());
        return answerFirst ? clock.respondBy() : clock.resolveBy();
    }
}
