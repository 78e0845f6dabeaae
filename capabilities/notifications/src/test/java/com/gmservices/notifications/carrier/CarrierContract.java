package com.gmservices.notifications.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every carrier makes of what its vendor can do, so that nobody is told twice and nobody is forgotten. */
public abstract class CarrierContract<M> {

    /** How the vendor feels, and what its carrier has to say then. */
    protected enum Mood {
        WELL(Accepted.class),
        REFUSING(Refused.class),
        DEAD_ADDRESS(Refused.class),
        BUSY(NotTaken.class),
        WRONG_KEY(NotTaken.class),
        AWAY(NotTaken.class),
        BROKEN(Unknown.class),
        SILENT(Unknown.class);

        private final Class<? extends Outcome> outcome;

        Mood(Class<? extends Outcome> outcome) {
            this.outcome = outcome;
        }
    }

    protected abstract Carrier<M> of(Mood mood) throws IOException;

    protected abstract M message(Mood mood);

    /** How many messages the vendor has now, of all that were sent to it while it felt well. */
    protected abstract int taken();

    /** How often the vendor was asked, whatever it felt. */
    protected abstract int asked();

    @ParameterizedTest
    @EnumSource(Mood.class)
    void saysWhatCameOfIt(Mood mood) throws IOException {
        int before = taken();
        int askedBefore = asked();

        Outcome outcome = of(mood).carry(message(mood));

        assertThat(outcome).isInstanceOf(mood.outcome);
        assertThat(asked() - askedBefore).as("an attempt is one call").isLessThanOrEqualTo(1);
        assertThat(taken() - before).isEqualTo(mood == Mood.WELL ? 1 : 0);
        if (outcome instanceof Refused(String detail, boolean isAddressDead)) {
            assertThat(isAddressDead).as(detail).isEqualTo(mood == Mood.DEAD_ADDRESS);
        }
    }
}
