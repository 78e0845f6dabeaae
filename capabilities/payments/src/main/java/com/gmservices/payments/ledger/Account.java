package com.gmservices.payments.ledger;

import com.gmservices.tenancy.MemberId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where amounts stand, in whatever currency they are: {@code revenue}, {@code clearing:stripe}. */
public record Account(Heading heading, @Nullable String of) {

    private static final Pattern OF = Pattern.compile("[a-z0-9_-]{1,40}");

    public static final Account BANK = new Account(Heading.BANK, null);
    public static final Account DISPUTES = new Account(Heading.DISPUTES, null);
    public static final Account REVENUE = new Account(Heading.REVENUE, null);
    public static final Account REFUNDS = new Account(Heading.REFUNDS, null);
    public static final Account TAX = new Account(Heading.TAX, null);
    public static final Account PLATFORM_FEE = new Account(Heading.PLATFORM_FEE, null);
    public static final Account PLATFORM = new Account(Heading.PLATFORM, null);

    public Account {
        if (of != null && !OF.matcher(of).matches()) {
            throw new IllegalArgumentException("An account is of a gateway or a member, not of " + of);
        }
    }

    public static Account customer(MemberId member) {
        return new Account(Heading.CUSTOMER, member.toString());
    }

    public static Account clearing(String gateway) {
        return new Account(Heading.CLEARING, gateway);
    }

    public static Account fees(String gateway) {
        return new Account(Heading.FEES, gateway);
    }

    /** @throws IllegalArgumentException for what is no address */
    public static Account at(String address) {
        int colon = address.indexOf(':');
        return colon < 0
                ? new Account(Heading.of(address), null)
                : new Account(Heading.of(address.substring(0, colon)), address.substring(colon + 1));
    }

    public String address() {
        return of == null ? heading.code() : heading.code() + ":" + of;
    }

    @Override
    public String toString() {
        return address();
    }
}
