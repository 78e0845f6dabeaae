package com.gmservices.payments;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which payments a list shows, condition by condition. */
final class PaymentFilter {

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    /** Only those for which this is so; null asks for nothing. */
    PaymentFilter where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.append("and ").append(condition).append(' ');
            values.put(name, value);
        }
        return this;
    }

    /** A value for a condition that has more than one. */
    PaymentFilter with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
