package com.gmservices.payments;

import com.gmservices.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among payments; null leaves it open.
 *
 * @param from the first day on which it may have been started, by the business's calendar, and the last
 * @param words a part of the payer's name or address, or how the reference begins
 */
record Sought(
        @Nullable String gateway,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Money amount,
        @Nullable String words) {

    static final Sought ANYTHING = new Sought(null, null, null, null, null);
}
