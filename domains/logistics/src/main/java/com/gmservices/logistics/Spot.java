package com.gmservices.logistics;

import com.gmservices.tenancy.Site;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A door that goods go through. */
record Spot(String street, String town, @Nullable String country) {

    boolean isTheSameDoorAs(Spot other) {
        return key(street).equals(key(other.street)) && key(town).equals(key(other.town));
    }

    String countryFrom(Site site) {
        return country == null ? site.address().country() : country;
    }

    /** As far as anybody has said in which countries the two are. */
    boolean isAcrossABorderFrom(Spot other, Site site) {
        String here = countryFrom(site);
        String there = other.countryFrom(site);
        return !here.isEmpty() && !there.isEmpty() && !here.equals(there);
    }

    String text() {
        return street + ", " + town + (country == null ? "" : ", " + Country.text(country));
    }

    private static String key(String line) {
        return line.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
