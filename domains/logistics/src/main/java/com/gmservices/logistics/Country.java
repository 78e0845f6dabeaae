package com.gmservices.logistics;

import com.gmservices.requests.line.Typed;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A country as people write it, in its code by ISO 3166-1. */
final class Country {

    /** What {@link #spelled} makes of a country that there is. */
    static final String PATTERN = "[A-Z]{2}";

    private static final Map<String, String> CODES = codes();

    private Country() {}

    /** What is no country stays as it was typed, for {@link #PATTERN} to tell. */
    static @Nullable String spelled(@Nullable String typed) {
        String line = Typed.optional(typed);
        return line == null ? null : CODES.getOrDefault(key(line), line.toLowerCase(Locale.ROOT));
    }

    static String text(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (String code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            codes.put(key(country.getDisplayCountry(Locale.ENGLISH)), code);
            codes.put(key(country.getISO3Country()), code);
            codes.put(code, code);
        }
        codes.putAll(Map.of("UK", "GB", "IVORYCOAST", "CI", "UNITEDSTATESOFAMERICA", "US"));
        return Map.copyOf(codes);
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
