package com.gmservices.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A share of a hundred, at most four decimals: {@code 7.5} is seven and a half percent. In JSON a decimal string. */
public record Percentage(BigDecimal value) {

    public Percentage {
        value = value.stripTrailingZeros();
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0 || value.scale() > 4) {
            throw new IllegalArgumentException("A percentage lies between 0 and 100 and has at most four decimals");
        }
    }

    @JsonCreator
    public static Percentage of(String value) {
        return new Percentage(new BigDecimal(value));
    }

    public Money of(Money amount) {
        return amount.times(value.movePointLeft(2));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
