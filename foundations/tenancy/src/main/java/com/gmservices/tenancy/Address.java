package com.gmservices.tenancy;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A postal address as its country writes it; the country is a code of ISO 3166-1. What is not known is empty. */
public record Address(
        @Size(max = 120) String line1,
        @Size(max = 120) String line2,
        @Size(max = 80) String city,
        @Size(max = 80) String region,
        @Size(max = 20) String postalCode,
        @Pattern(regexp = "([A-Z]{2})?") String country) {

    public static final Address EMPTY = new Address("", "", "", "", "", "");

    public Address(
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country) {
        this.line1 = known(line1);
        this.line2 = known(line2);
        this.city = known(city);
        this.region = known(region);
        this.postalCode = known(postalCode);
        this.country = known(country).toUpperCase(Locale.ROOT);
    }

    /** What is known of it, in reading order, on one line. */
    public String text() {
        return Stream.of(line1, line2, city, region, postalCode, country)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String known(@Nullable String part) {
        return part == null ? "" : part.strip();
    }
}
