package com.gmservices.automotive;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Catalogue.DraftChoice;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.ServiceType;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What hangs on a garage's wall. Prices are known in naira and dollars; in any other currency everything is quoted, and
 * the choices, which need prices, are left out.
 */
@Component
class GarageMenu {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("oil", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.FIXED, price(48_000, 79), 45)
                    .tiers(choice("synthetic", 72_000, 109))
                    .addOns(choice("air_filter", 12_000, 25), choice("cabin_filter", 14_000, 39)),
            new Entry("service", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.FIXED, price(95_000, 249), 180)
                    .tiers(choice("large", 125_000, 289), choice("suv", 160_000, 349))
                    .addOns(choice("alignment", 18_000, 119), choice("wash", 6_000, 29)),
            new Entry("diagnosis", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.FIXED, price(20_000, 129), 60),
            new Entry("brakes", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.FROM, price(60_000, 245), 120),
            new Entry("repair", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.QUOTE, Map.of(), null),
            new Entry("inspection", AutomotiveLine.INSPECTION_REGISTRATION, Pricing.FIXED, price(30_000, 45), 60)
                    .addOns(choice("fetch", 10_000, 35)),
            new Entry("registration", AutomotiveLine.INSPECTION_REGISTRATION, Pricing.FROM, price(25_000, 60), null),
            new Entry("pre_purchase", AutomotiveLine.INSPECTION_REGISTRATION, Pricing.FIXED, price(45_000, 165), 90),
            new Entry("parts", AutomotiveLine.PARTS_INSTALLATION, Pricing.QUOTE, Map.of(), null),
            new Entry("tyres", AutomotiveLine.PARTS_INSTALLATION, Pricing.FROM, price(85_000, 130), 60)
                    .addOns(choice("alignment", 18_000, 119)),
            new Entry("battery", AutomotiveLine.PARTS_INSTALLATION, Pricing.FROM, price(92_000, 219), 30),
            new Entry("roadside", AutomotiveLine.ROADSIDE_ASSISTANCE, Pricing.FIXED, price(18_000, 85), 45)
                    .addOns(choice("fuel", 12_500, 20)),
            new Entry("tow", AutomotiveLine.ROADSIDE_ASSISTANCE, Pricing.FROM, price(35_000, 135), null));

    private final MessageSource messages;

    GarageMenu(MessageSource messages) {
        this.messages = messages;
    }

    private record Choice(String code, Map<String, Long> price) {}

    /** Prices in minor units by the code of the currency. */
    private record Entry(
            String code,
            ServiceType type,
            Pricing pricing,
            Map<String, Long> price,
            @Nullable Integer minutes,
            List<Choice> tiers,
            List<Choice> addOns) {

        Entry(String code, ServiceType type, Pricing pricing, Map<String, Long> price, @Nullable Integer minutes) {
            this(code, type, pricing, price, minutes, List.of(), List.of());
        }

        Entry tiers(Choice... choices) {
            return new Entry(code, type, pricing, price, minutes, List.of(choices), addOns);
        }

        Entry addOns(Choice... choices) {
            return new Entry(code, type, pricing, price, minutes, tiers, List.of(choices));
        }
    }

    List<Draft> in(Currency currency) {
        return ENTRIES.stream()
                .map(entry -> draft(entry, currency.getCurrencyCode()))
                .toList();
    }

    private Draft draft(Entry entry, String currency) {
        Long price = entry.price().get(currency);
        return new Draft(
                entry.type().code(),
                text(entry.code(), "name"),
                text(entry.code(), "description"),
                price == null ? Pricing.QUOTE : entry.pricing(),
                price,
                choices(entry, entry.tiers(), currency),
                choices(entry, entry.addOns(), currency),
                entry.minutes(),
                true);
    }

    private List<DraftChoice> choices(Entry entry, List<Choice> choices, String currency) {
        return choices.stream()
                .filter(choice -> choice.price().containsKey(currency))
                .map(choice -> new DraftChoice(
                        choice.code(),
                        text(entry.code(), choice.code()),
                        choice.price().getOrDefault(currency, 0L)))
                .toList();
    }

    private String text(String entry, String what) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage("automotive.offering.%s.%s".formatted(entry, what), null, locale);
    }

    private static Choice choice(String code, long naira, long dollars) {
        return new Choice(code, price(naira, dollars));
    }

    private static Map<String, Long> price(long naira, long dollars) {
        return Map.of("NGN", naira * 100, "USD", dollars * 100);
    }
}
