package com.gmservices.requests;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.money.Money;
import com.gmservices.tenancy.Domain;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A business's entry in its catalogue. Prices are what the customer pays, with tax. */
public record Offering(
        OfferingId id,
        Domain domain,
        String serviceType,
        String name,
        String description,
        Pricing pricing,
        Currency currency,
        @Nullable Money price,
        List<Choice> tiers,
        List<Choice> addOns,
        @Nullable Integer durationMinutes,
        Rating rating,
        boolean active,
        int revision,
        Instant createdAt) {

    /** FIXED is the price, FROM the least there will be and QUOTE none before somebody has looked at it. */
    public enum Pricing {
        FIXED,
        FROM,
        QUOTE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Pricing of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** A tier, whose price stands instead of the offering's, or an add-on, whose price comes on top. */
    public record Choice(String code, String name, Money price) {}

    /** @param average of 1 to 5 stars to one decimal; null before the first review */
    public record Rating(@Nullable Double average, int count) {

        static Rating of(long sum, int count) {
            return new Rating(count == 0 ? null : Math.round(10.0 * sum / count) / 10.0, count);
        }
    }

    public Offering {
        tiers = List.copyOf(tiers);
        addOns = List.copyOf(addOns);
    }

    /** What it costs with these choices; empty when it has to be quoted. */
    Optional<Money> priceWith(@Nullable String tier, List<String> chosen) {
        if (pricing != Pricing.FIXED || price == null) {
            return Optional.empty();
        }
        Money sum = tier == null ? price : choice(tiers, tier, "/tier").price();
        for (String addOn : chosen) {
            sum = sum.plus(choice(addOns, addOn, "/add_ons").price());
        }
        return Optional.of(sum);
    }

    void check(@Nullable String tier, List<String> chosen) {
        if (tier != null) {
            choice(tiers, tier, "/tier");
        }
        chosen.forEach(addOn -> choice(addOns, addOn, "/add_ons"));
        if (chosen.stream().distinct().count() < chosen.size()) {
            throw new RequestRefused.Unfit("/add_ons", "Each add-on can be chosen once");
        }
    }

    private static Choice choice(List<Choice> choices, String code, String pointer) {
        return choices.stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RequestRefused.Unfit(pointer, "There is no choice %s here".formatted(code)));
    }
}
