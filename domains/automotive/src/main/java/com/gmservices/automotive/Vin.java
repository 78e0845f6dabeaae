package com.gmservices.automotive;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle identification number (ISO 3779): 17 letters and digits without I, O and Q. North America prescribes a
 * check digit and the model year in it (49 CFR 565.15); elsewhere makers may put anything in those places.
 */
record Vin(String value) {

    static final int LENGTH = 17;
    /** As it may be typed; {@link #spelled} makes capitals of it. */
    static final String ALPHABET = "[A-HJ-NPR-Za-hj-npr-z0-9]*";

    /** Position 10 of a model year, from 1980 on; it comes round again after thirty years. */
    private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";

    private static final int FIRST_YEAR = 1980;
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String WORTH = "12345678123457923456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    Vin {
        if (value.length() != LENGTH || !value.matches(ALPHABET) || !value.equals(spelled(value))) {
            throw new IllegalArgumentException("Not a vehicle identification number");
        }
    }

    /** As it is typed on a phone or read from papers, in its one spelling: capitals without blanks and hyphens. */
    static @Nullable String spelled(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String spelled = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return spelled.isEmpty() ? null : spelled;
    }

    /** Made in the United States, Canada or Mexico, where the ninth character must check. */
    boolean isNorthAmerican() {
        return value.charAt(0) >= '1' && value.charAt(0) <= '5';
    }

    boolean checks() {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += worth(value.charAt(i)) * WEIGHTS[i];
        }
        return value.charAt(8) == "0123456789X".charAt(sum % 11);
    }

    /**
     * The model year that the maker wrote into it; North America alone says where. Position 7 tells the half of the
     * sixty years on cars and light trucks: a digit until 2009, a letter since.
     */
    Optional<Integer> modelYear() {
        int index = YEARS.indexOf(value.charAt(9));
        if (!isNorthAmerican() || index < 0) {
            return Optional.empty();
        }
        return Optional.of(FIRST_YEAR + index + (Character.isDigit(value.charAt(6)) ? 0 : YEARS.length()));
    }

    private static int worth(char character) {
        return Character.isDigit(character)
                ? Character.digit(character, 10)
                : Character.digit(WORTH.charAt(LETTERS.indexOf(character)), 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
