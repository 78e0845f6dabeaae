package com.gmservices.requests.search;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that one thing is found by. */
public final class Document {

    private static final int MOST_WORDS = 600;
    private static final int LONGEST_NUMBER = 24;
    private static final Pattern TELEPHONE = Pattern.compile("[+(]?\\d[\\d\\s()/.-]{5,}\\d");
    private static final Pattern TIME_OR_ID = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}(T.*)?|\\d{2}:\\d{2}(:\\d{2})?|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final NavigableSet<String> words = new TreeSet<>();

    public Document text(@Nullable String text) {
        if (text == null || TIME_OR_ID.matcher(text).matches()) {
            return this;
        }
        words.addAll(Words.of(text));
        Words.chunks(text).stream().map(Words::joined).filter(Document::fits).forEach(words::add);
        String joined = Words.joined(text);
        if (joined.length() <= LONGEST_NUMBER && joined.chars().anyMatch(Character::isDigit) && fits(joined)) {
            words.add(joined);
        }
        if (TELEPHONE.matcher(text.strip()).matches()) {
            words.add(backwards(text.replaceAll("\\D", "")));
        }
        return this;
    }

    /** {@code SR-2026-000123}, which is also asked for as 123. */
    public Document reference(String reference) {
        text(reference);
        words.add(reference.substring(reference.lastIndexOf('-') + 1).replaceFirst("^0+(?=.)", ""));
        words.add(Words.joined(reference.substring(reference.indexOf('-') + 1)));
        return this;
    }

    /** Another thing, by whose name this one is found as well; it may be renamed. */
    public Document mark(String mark) {
        words.add(mark);
        return this;
    }

    /** Sorted, so that two who write the same new words at once do not wait for each other crosswise. */
    public List<String> words() {
        return words.stream().limit(MOST_WORDS).toList();
    }

    public Collection<String> guessable() {
        return words().stream().filter(Words::isGuessable).toList();
    }

    /** A telephone number is known by its end, and an index by the beginning. */
    static String backwards(String digits) {
        return "<" + new StringBuilder(digits).reverse();
    }

    private static boolean fits(String word) {
        return !word.isEmpty() && word.length() <= Words.LONGEST;
    }
}
