package com.gmservices.payments.stripe;

import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stripe's lists, to their end. */
final class Pages {

    static final long SIZE = 100;

    private Pages() {}

    /** @param read the page after the thing of this id, or the first one */
    static <T extends HasId> List<T> all(Function<@Nullable String, StripeCollection<T>> read) {
        var all = new ArrayList<T>();
        StripeCollection<T> page = read.apply(null);
        all.addAll(page.getData());
        while (Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty()) {
            page = read.apply(all.getLast().getId());
            all.addAll(page.getData());
        }
        return all;
    }
}
