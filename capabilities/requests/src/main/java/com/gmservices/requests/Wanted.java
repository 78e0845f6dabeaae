package com.gmservices.requests;

import com.gmservices.tenancy.Domain;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a list shows and in which order; an empty set stands for all there are.
 *
 * @param words anything that a request is found by, from its reference to the customer's telephone number
 * @param paid true for what has been paid, false for what is still to be paid
 * @param from the first day of those on which it may have come in
 */
public record Wanted(
        @Nullable String words,
        Set<RequestStatus> statuses,
        @Nullable Domain domain,
        @Nullable String serviceType,
        @Nullable Assignee assignee,
        boolean late,
        boolean today,
        @Nullable Boolean paid,
        Set<Priority> priorities,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Sort sort) {

    public static final Wanted ALL = of(Set.of());

    public Wanted {
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
    }

    public static Wanted of(Set<RequestStatus> statuses) {
        return new Wanted(null, statuses, null, null, null, false, false, null, Set.of(), null, null, Sort.NEWEST);
    }

    /** DUE leaves out what is closed; by STATUS they stand in the order of a request's life, by PRICE the dearest first. */
    public enum Sort {
        NEWEST,
        DUE,
        STATUS,
        CUSTOMER,
        PRICE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who does it. */
    public sealed interface Assignee {

        /** For open requests that nobody does yet. */
        record Nobody() implements Assignee {}

        /** Whoever looks at the list. */
        record Me() implements Assignee {}

        record One(ProviderId provider) implements Assignee {}

        /**
         * @return null for an empty choice
         * @throws IllegalArgumentException for anything else but {@code none}, {@code me} and an id
         */
        static @Nullable Assignee valueOf(String code) {
            return switch (code) {
                case "" -> null;
                case "none" -> new Nobody();
                case "me" -> new Me();
                default -> new One(new ProviderId(UUID.fromString(code)));
            };
        }
    }
}
