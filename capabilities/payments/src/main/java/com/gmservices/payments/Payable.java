package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.SiteId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A kind of thing that can be paid for; implemented as a bean by the module that knows what is due. */
public interface Payable {

    /** Its name in payments, stable: {@code service-request}. */
    String kind();

    /**
     * What is due on one of the current tenant's things, read within the caller's transaction. Empty when it is not
     * there or the asking member may not see it. Nothing due is an amount of zero.
     */
    Optional<Due> due(UUID id, CurrentMember asking);

    /** The same, whoever asks: for whoever holds a link to pay it, and for money that comes by itself. */
    Optional<Due> due(UUID id);

    /** What the price is made of, for a receipt; empty where there is no more to say, or the member may not see it. */
    default Optional<Bill> bill(UUID id, CurrentMember asking) {
        return Optional.empty();
    }

    /** The same, whoever asks. */
    default Optional<Bill> bill(UUID id) {
        return Optional.empty();
    }

    /** How much of the whole price is tax, for the books; empty where there is none. */
    default Optional<Levy> levy(UUID id) {
        return bill(id).map(bill -> new Levy(
                bill.total(),
                bill.taxes().stream()
                        .map(Tax::amount)
                        .reduce(Money.zero(bill.total().currency()), Money::plus)));
    }

    /**
     * A price that was agreed upon.
     *
     * @param site where the work is done
     * @param taxes none when the lines are what the customer pays, with tax
     */
    record Bill(SiteId site, List<Line> lines, List<Tax> taxes, Money total) {

        public Bill {
            lines = List.copyOf(lines);
            taxes = List.copyOf(taxes);
        }
    }

    record Levy(Money total, Money tax) {}

    record Line(String description, BigDecimal quantity, Money amount) {}

    record Tax(String name, Money amount) {}

    /**
     * What it is about in words that the payer recognises, and the page to come back to.
     *
     * @param amount what is still to be paid
     */
    record Due(Money amount, MemberId payer, String reference, String page) {}
}
