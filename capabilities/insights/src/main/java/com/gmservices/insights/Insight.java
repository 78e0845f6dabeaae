package com.gmservices.insights;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that is to be counted.
 *
 * @param part what is told apart within the measure: a type of service, a status, a currency
 * @param count how often; negative for what has left
 * @param sum how much in all, in minor units, where the measure has amounts
 */
public record Insight(Measure measure, String part, Instant at, long count, long sum) {

    public enum Measure {
        /** Requests made, by type of service. */
        ASKED,
        /** Requests that came to a status, less those that left it: the sum of all days is where they stand now. */
        STANDING,
        /** Requests that came to a status. */
        REACHED,
        /** First answers of staff, in time or late. */
        ANSWERED,
        /** First answers by how long they took, in minutes. */
        WAITED,
        /** Quotes by what became of them. */
        QUOTE,
        /** Money that came in, by currency. */
        PAID,
        /** Money that went back, by currency. */
        REFUNDED,
        /** Reviews, by stars. */
        RATED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Measure of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    static Insight one(Measure measure, String part, Instant at) {
        return new Insight(measure, part, at, 1, 0);
    }
}
