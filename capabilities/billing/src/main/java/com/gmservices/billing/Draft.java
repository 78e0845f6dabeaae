package com.gmservices.billing;

import com.gmservices.money.Money;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.SiteId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a paper is to say. The amounts of lines are without tax where there are taxes, and with tax where there are none.
 *
 * @param subjectKind what it is for, {@code service-request}, and its id: one invoice for each
 * @param reference in words that the customer recognises
 * @param page where the customer finds it: a path within the tenant
 * @param site where the work is done; null for the first one
 * @param dueOn until when it is to be paid; null on a paper that asks for nothing
 */
public record Draft(
        String subjectKind,
        UUID subject,
        String reference,
        String page,
        MemberId customer,
        @Nullable SiteId site,
        List<Line> lines,
        List<Tax> taxes,
        Money total,
        @Nullable LocalDate dueOn) {

    public record Line(String description, BigDecimal quantity, Money amount) {}

    /** @param name with its rate: {@code VAT 7.5 %} */
    public record Tax(String name, Money amount) {}

    public Draft {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        if (!total.isPositive()) {
            throw new IllegalArgumentException("Nothing is not billed");
        }
        if (lines.stream().anyMatch(it -> !it.amount().currency().equals(total.currency()))) {
            throw new IllegalArgumentException("A paper is in one currency");
        }
    }

    Money tax() {
        return taxes.stream().map(Tax::amount).reduce(Money.zero(total.currency()), Money::plus);
    }
}
