package com.gmservices.payments.gateway;

import com.gmservices.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One who moves money for us. Everything is asked under a key of ours: asking again under the same key never moves
 * money again and gets the answer of the first time. Called outside database transactions, with the tenant bound. An
 * exception says as little about the money as {@link ChargeOutcome.Unknown} does.
 */
public interface PaymentGateway {

    /** As callers name it: {@code sandbox}. */
    String name();

    /** Moves no real money: not to be had in production. */
    boolean isForTrying();

    /** What a payer can choose among on our own page, as the API's {@code payment_method} names it. */
    List<String> methods();

    ChargeOutcome charge(Charge charge);

    /** What has become of a charge; empty when the gateway has never heard of it. Moves nothing. */
    Optional<ChargeOutcome> lookUp(UUID key);

    /**
     * Makes sure that nothing will be taken under this key any more, not even by a charge that is still on its way.
     *
     * @return Captured when it was too late for that, Canceled when not
     */
    ChargeOutcome callOff(UUID key);

    /** Gives back a part or all of what the charge has taken. */
    RefundOutcome refund(UUID key, UUID charge, Money amount);
}
