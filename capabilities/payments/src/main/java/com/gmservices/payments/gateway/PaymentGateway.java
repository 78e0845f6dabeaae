package com.gmservices.payments.gateway;

import com.gmservices.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One who moves money for us. Everything is asked under a key of ours: asking again under the same key never moves
 * money again and gets the answer of the first time. Called outside database transactions, with the tenant bound, whose
 * {@link Accounts} say who is charging. An exception says as little about the money as {@link ChargeOutcome.Unknown}
 * does.
 */
public interface PaymentGateway {

    /** What payers choose to go on at the vendor's own page. */
    String PAGE = "page";

    /** As callers name it: {@code sandbox}. */
    String name();

    /** Moves no real money, whatever a business sets up: not to be had in production. */
    default boolean isForTrying() {
        return false;
    }

    /** What a payer can choose among on our own page, as the API's {@code payment_method} names it. */
    default List<String> methods() {
        return List.of(PAGE);
    }

    /** Whether it knows what to do with a {@code payment_method} that is neither on the page nor a saved one. */
    default boolean takes(String method) {
        return methods().contains(method);
    }

    /** Whether the vendor knows the currency at all, for any business. */
    boolean knows(Currency currency);

    /** Whether its vendor is told who pays. Where not, the charge names the member alone. */
    default boolean isToldWhoPays() {
        return true;
    }

    /** Whether it can reserve money, to be taken later. */
    boolean reserves();

    ChargeOutcome charge(Charge charge);

    /**
     * What has become of a charge; empty when the gateway has never heard of it. Takes nothing that the payer has not
     * agreed to; where a vendor leaves it to us to take what the payer has approved at its page, this does it.
     */
    Optional<ChargeOutcome> lookUp(Charge charge);

    /**
     * Takes all or a part of what the charge has reserved, once; the rest is released.
     *
     * @return Captured, Declined when the reservation is over, or Unknown
     */
    ChargeOutcome capture(Charge charge, Money amount);

    /**
     * Makes sure, as far as the vendor lets us, that nothing will be taken under this key any more, not even by a charge
     * that is still on its way; what was reserved is released. Money that a vendor takes all the same comes as late
     * money.
     *
     * @return Captured when it was too late for that, Canceled when not
     */
    ChargeOutcome callOff(Charge charge);

    /** Gives back a part or all of what the charge has taken; asked again, it says what has become of that. */
    RefundOutcome refund(Repayment repayment);
}
