package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.gateway.Statement.Movement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for a charge in what PayPal says that it has moved, when it can be asked in no other way any more. */
@Component
class PaypalTraces {

    /** PayPal shows what it has moved within three hours. */
    private static final Duration SHOWN_AFTER = Duration.ofHours(12);

    private static final Duration BEFORE = Duration.ofHours(1);

    private final PaypalStatement statement;
    private final Clock clock;

    PaypalTraces(PaypalStatement statement, Clock clock) {
        this.statement = statement;
        this.clock = clock;
    }

    ChargeOutcome find(Charge charge, AskedCharge asked) {
        Instant now = clock.instant();
        Optional<Movement> found = statement.movements(asked.at().minus(BEFORE), now).stream()
                .filter(line -> line.kind() == Kind.CHARGE && charge.key().equals(line.key()))
                .findFirst();
        if (found.isPresent()) {
            return new Captured(
                    String.valueOf(found.get().object()), found.get().gross());
        }
        return now.isAfter(asked.at().plus(SHOWN_AFTER)) ? new Canceled() : new Unknown(charge.reference());
    }
}
