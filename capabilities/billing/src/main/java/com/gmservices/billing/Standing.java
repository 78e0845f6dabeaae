package com.gmservices.billing;

import com.gmservices.money.Money;

/**
 * How an invoice stands.
 *
 * @param reminders how often it was reminded of
 */
public record Standing(Money total, Money paid, Money credited, int reminders) {

    /** Below nothing when more was paid than is asked for any more. */
    public Money outstanding() {
        return total.minus(credited).minus(paid);
    }

    public boolean isOpen() {
        return outstanding().isPositive();
    }

    /** What can still be credited. */
    public Money creditable() {
        return total.minus(credited);
    }
}
