package com.gmservices.requests.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text as they are compared: without case and accents, letters and digits apart. */
public final class Words {

    static final int LONGEST = 40;

    /** What is worth a guess when somebody mistypes it: numbers and short words are like too many others. */
    private static final Pattern GUESSABLE = Pattern.compile("\\p{L}{4,24}");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SEAMS =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    private Words() {}

    public static List<String> of(String text) {
        return split(SEAMS, plain(text));
    }

    /** Everything in one: a number plate or a telephone number is typed with and without what parts it. */
    public static String joined(String text) {
        return BETWEEN.matcher(plain(text)).replaceAll("");
    }

    public static boolean isGuessable(String word) {
        return GUESSABLE.matcher(word).matches();
    }

    static List<String> chunks(String text) {
        return Stream.of(text.strip().split("\\s+", -1))
                .filter(chunk -> !chunk.isEmpty())
                .toList();
    }

    static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
    }

    private static List<String> split(Pattern pattern, String text) {
        return pattern.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .toList();
    }
}
