package com.gmservices.requests.line;

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

/**
 * What a business of a domain usually offers. Prices are known in naira and dollars; in any other currency everything is
 * quoted, and the choices, which need prices, are left out. Texts are {@code <domain>.offering.<entry>.name},
 * {@code .description} and, for a choice, {@code .<choice>}.
 */
public final class Menu {

    public static final Map<String, Long> NO_PRICE = Map.of();

    private final String domain;
    private final List<Entry> entries;
    private final MessageSource messages;

    public Menu(String domain, List<Entry> entries, MessageSource messages) {
        this.domain = domain;
        this.entries = List.copyOf(entries);
        this.messages = messages;
    }

    /** A tier or an add-on, with prices in minor units by the code of the currency. */
    public record Choice(String code, Map<String, Long> price) {}

    /** An offering, with prices in minor units by the code of the currency. */
    public record Entry(
            String code,
            ServiceType type,
            Pricing pricing,
            Map<String, Long> price,
            @Nullable Integer minutes,
            List<Choice> tiers,
            List<Choice> addOns) {

        public Entry tiers(Choice... choices) {
            return new Entry(code, type, pricing, price, minutes, List.of(choices), addOns);
        }

        public Entry addOns(Choice... choices) {
            return new Entry(code, type, pricing, price, minutes, tiers, List.of(choices));
        }
    }

    public static Entry entry(
            String code, ServiceType type, Pricing pricing, Map<String, Long> price, @Nullable Integer minutes) {
        return new Entry(code, type, pricing, price, minutes, List.of(), List.of());
    }

    /** In whole naira and dollars. */
    public static Choice choice(String code, long naira, long dollars) {
        return new Choice(code, price(naira, dollars));
    }

    /** In whole naira and dollars. */
    public static Map<String, Long> price(long naira, long dollars) {
        return Map.of("NGN", naira * 100, "USD", dollars * 100);
    }

    public List<Draft> in(Currency currency) {
        return entries.stream()
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
        return messages.getMessage("%s.offering.%s.%s".formatted(domain, entry, what), null, locale);
    }
}
