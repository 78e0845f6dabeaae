package com.gmservices.logistics;

import com.gmservices.requests.line.Typed;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A telephone number that exists in its country's plan, kept as E.164: {@code +2348035550142}. */
record Phone(String e164) {

    /** Nothing at all fits too: that is for {@code @NotBlank} to tell, once. */
    static final String PATTERN = "(\\+?[0-9][0-9 ()./\\-]{5,23})?";

    private static final PhoneNumberUtil PLAN = PhoneNumberUtil.getInstance();
    private static final String NO_COUNTRY = "ZZ";

    /** What is typed with its country is spelled as kept; what is typed without waits for the site to tell it. */
    static String spelled(@Nullable String typed) {
        String line = Typed.line(typed);
        return read(line, NO_COUNTRY).map(Phone::e164).orElse(line);
    }

    /** @param country by ISO 3166-1, for numbers without one; empty where nobody knows */
    static Optional<Phone> read(String typed, String country) {
        return parse(typed, country)
                .filter(PLAN::isValidNumber)
                .map(number -> new Phone(PLAN.format(number, PhoneNumberFormat.E164)));
    }

    static boolean namesItsCountry(String typed) {
        return international(typed).startsWith("+");
    }

    /** As it is read aloud and typed: {@code +234 803 555 0142}. A number without its country stays as it was typed. */
    static String text(String typed) {
        return parse(typed, NO_COUNTRY)
                .map(number -> PLAN.format(number, PhoneNumberFormat.INTERNATIONAL))
                .orElse(typed);
    }

    private static Optional<PhoneNumber> parse(String typed, String country) {
        try {
            return Optional.of(PLAN.parse(international(typed), country.isEmpty() ? NO_COUNTRY : country));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Two zeros are what most of the world dials for a plus. */
    private static String international(String typed) {
        return typed.startsWith("00") ? "+" + typed.substring(2) : typed;
    }
}
