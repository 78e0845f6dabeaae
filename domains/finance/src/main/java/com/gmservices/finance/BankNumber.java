package com.gmservices.finance;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Card numbers (ISO/IEC 7812) and IBANs (ISO 13616) that somebody writes into a text where nobody asked for them. Both
 * carry check digits, so that an invoice number is hardly ever taken for one.
 */
final class BankNumber {

    /** Beginnings of Visa, Mastercard, Verve, American Express and Discover, in their usual lengths. */
    private static final Pattern ISSUER = Pattern.compile("(?:4|5[0-8]|2[2-7]|65|6011)\\d+|3[47]\\d{13}");

    /** One for each length, looking ahead, so that a number is found whatever digits stand before it. */
    private static final List<Pattern> CARDS = Stream.of(15, 16, 18, 19)
            .map(length -> Pattern.compile("(?<!\\d)(?=(\\d(?:[ -]?\\d){%d})(?!\\d))".formatted(length - 1)))
            .toList();

    private static final Pattern IBAN =
            Pattern.compile("(?<![A-Z0-9])([A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?![A-Z0-9])");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private BankNumber() {}

    static boolean standsIn(@Nullable String text) {
        if (text == null) {
            return false;
        }
        return CARDS.stream().flatMap(length -> found(length, text)).anyMatch(BankNumber::isCard)
                || found(IBAN, text.toUpperCase(Locale.ROOT)).anyMatch(BankNumber::isIban);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1).replaceAll("[ -]", ""));
    }

    private static boolean isCard(String digits) {
        return ISSUER.matcher(digits).matches() && checksByLuhn(digits);
    }

    /** From the right, every second digit counts twice, and a doubled one by the sum of its own digits. */
    private static boolean checksByLuhn(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - place), 10);
            int worth = place % 2 == 0 ? digit : 2 * digit;
            sum += worth > 9 ? worth - 9 : worth;
        }
        return sum % 10 == 0;
    }

    /** The first four characters at the end and letters as 10 to 35, it leaves 1 when divided by 97 (ISO 7064). */
    private static boolean isIban(String iban) {
        var digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(character -> digits.append(Character.digit(character, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }
}
