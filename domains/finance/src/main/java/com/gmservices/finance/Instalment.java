package com.gmservices.finance;

import com.gmservices.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A part of what is owed, and the day on which it is due. */
record Instalment(int number, LocalDate due, Money amount) {

    /**
     * Parts that differ by one minor unit at most and add up to the whole, by the method of the largest remainder: each
     * gets its share rounded down, and what is left over goes out in single units to the largest remainders. Equal
     * shares have equal remainders, so the earlier instalments get them.
     */
    static List<Instalment> schedule(Money whole, int parts, Frequency frequency, LocalDate first) {
        long share = Math.floorDiv(whole.amount(), parts);
        long left = Math.floorMod(whole.amount(), parts);
        return IntStream.range(0, parts)
                .mapToObj(index -> new Instalment(
                        index + 1,
                        frequency.after(first, index),
                        new Money(index < left ? share + 1 : share, whole.currency())))
                .toList();
    }
}
