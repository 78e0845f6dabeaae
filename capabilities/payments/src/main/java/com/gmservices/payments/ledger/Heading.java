package com.gmservices.payments.ledger;

import java.util.Locale;

/** What an account is for, in the order of a trial balance, and on which side it grows. */
public enum Heading {
    /** Taken by a gateway and not paid out yet; one for each gateway. */
    CLEARING(Side.DEBIT),
    BANK(Side.DEBIT),
    /** What each customer owes; goes to and from zero as they pay. */
    CUSTOMER(Side.DEBIT),
    /** Taken back by a gateway because a payer has complained. */
    DISPUTES(Side.DEBIT),
    REVENUE(Side.CREDIT),
    REFUNDS(Side.DEBIT),
    /** Taken for the state. */
    TAX(Side.CREDIT),
    /** What gateways keep; one for each gateway. */
    FEES(Side.DEBIT),
    /** What the platform keeps. */
    PLATFORM_FEE(Side.DEBIT),
    /** Owed to the platform. */
    PLATFORM(Side.CREDIT);

    /** The side on which an account grows. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    private final Side grows;

    Heading(Side grows) {
        this.grows = grows;
    }

    /** As people expect to read it: what has grown is above zero. */
    public long read(long balance) {
        return grows == Side.DEBIT ? balance : -balance;
    }

    public Side grows() {
        return grows;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Heading of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
