package com.gmservices.tenancy.web;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people choose from in forms: {@code @choices} in templates. */
@Component("choices")
class Choices {

    /** Zones by the name of a place; the old and the abstract ones are left out. */
    private final List<String> zones = ZoneId.getAvailableZoneIds().stream()
            .filter(id ->
                    id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC"))
            .sorted()
            .toList();

    /** What people pay with today in some country. */
    private final List<Currency> currencies = Stream.of(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(Objects::nonNull)
            .distinct()
            .sorted((one, other) -> one.getCurrencyCode().compareTo(other.getCurrencyCode()))
            .toList();

    private final List<String> countries =
            Stream.of(Locale.getISOCountries()).sorted().toList();

    public List<String> zones() {
        return zones;
    }

    public List<Currency> currencies() {
        return currencies;
    }

    public List<String> countries() {
        return countries;
    }

    public String countryName(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }
}
