package com.gmservices.demo;

import com.gmservices.money.TaxRate;
import com.gmservices.requests.Catalogue.DraftChoice;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.Priority;
import com.gmservices.requests.Quote;
import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.Domain;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A business as its file in {@code demo/} tells it. People, offerings, cars and providers have names within the file. */
record Business(
        String slug,
        String name,
        String accent,
        Currency currency,
        ZoneId timeZone,
        Set<Domain> domains,
        String taxNumber,
        TaxRate tax,
        Address address,
        List<Person> people,
        List<Firm> providers,
        List<Offer> offerings,
        List<Car> cars,
        List<Story> stories,
        List<Chapter> chapters) {

    Business {
        chapters = chapters == null ? List.of() : chapters;
    }

    /** What a chapter's domain has comes after what the business has anyway. */
    Business with(List<Chapter> more) {
        return new Business(
                slug,
                name,
                accent,
                currency,
                timeZone,
                domains,
                taxNumber,
                tax,
                address,
                people,
                joined(providers, more, Chapter::providers),
                joined(offerings, more, Chapter::offerings),
                cars,
                stories,
                more);
    }

    private static <T> List<T> joined(List<T> own, List<Chapter> chapters, Function<Chapter, List<T>> more) {
        return Stream.concat(own.stream(), chapters.stream().map(more).flatMap(List::stream))
                .toList();
    }

    /** A CONTACT is known to the business and cannot sign in. */
    enum Part {
        OWNER,
        ADMIN,
        STAFF,
        CUSTOMER,
        CONTACT
    }

    record Person(
            String id,
            String name,
            Part role,
            @Nullable String email,
            @Nullable String phone) {}

    record Firm(String id, String name, @Nullable String member, Set<String> types) {}

    record Offer(
            String id,
            String serviceType,
            String name,
            String description,
            Pricing pricing,
            @Nullable Long price,
            @Nullable List<DraftChoice> tiers,
            @Nullable List<DraftChoice> addOns,
            @Nullable Integer durationMinutes) {}

    record Car(
            String id,
            String owner,
            String make,
            String model,
            int year,
            String plate,
            String registeredIn,
            String colour,
            String fuel,
            String odometerUnit,
            @Nullable String vin) {}

    /** How far a story has come. */
    enum Outcome {
        PENDING,
        QUOTED,
        DECLINED,
        DECLINED_BY_STAFF,
        CANCELLED,
        CONFIRMED,
        IN_PROGRESS,
        ON_HOLD,
        COMPLETED,
        PAID,
        REVIEWED;

        boolean reaches(Outcome other) {
            return compareTo(other) >= 0;
        }
    }

    /**
     * One request.
     *
     * @param at by the clock of the site
     * @param car whose owner asks; without one the customer is named
     * @param byPhone whether staff wrote it down
     * @param late whether it was answered late
     * @param reason for an end or a wait
     * @param cards tried one after the other
     * @param refunded whether a part of what was paid went back
     */
    record Story(
            int daysAgo,
            LocalTime at,
            @Nullable String car,
            @Nullable String customer,
            String offering,
            Outcome outcome,
            @Nullable Integer odometer,
            ObjectNode details,
            @Nullable List<Quote.Line> quote,
            @Nullable String provider,
            @Nullable String tier,
            @Nullable List<String> addOns,
            @Nullable String notes,
            @Nullable Priority priority,
            boolean byPhone,
            boolean late,
            @Nullable String reason,
            int rating,
            @Nullable String comment,
            List<String> cards,
            boolean refunded) {

        Story {
            cards = cards != null ? cards : outcome.reaches(Outcome.PAID) ? List.of("sandbox_ok") : List.of();
        }
    }
}
