package com.gmservices.requests.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody typed to find something: each word has to be there, the last letters of it may be missing. */
public record Query(String typed, List<String> words) {

    private static final int MOST_WORDS = 10;
    private static final int TELEPHONE = 4;
    private static final int LONGEST_JOINED = 24;
    private static final Pattern REFERENCE = Pattern.compile("(?i)\\s*(?:sr)?[\\s-]*(20\\d\\d)[\\s-]*(\\d{6,9})\\s*");
    private static final Pattern NUMBER = Pattern.compile("(?i)\\s*(?:sr)?[\\s#-]*0*(\\d{1,9})\\s*");

    public Query {
        words = List.copyOf(words);
    }

    /** Empty when nothing was typed; signs alone are a query that finds nothing. */
    public static Optional<Query> of(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? Optional.empty()
                : Optional.of(new Query(
                        typed.strip(),
                        Words.of(typed).stream().distinct().limit(MOST_WORDS).toList()));
    }

    /** A reference as it is written, however it was typed; empty for anything that is not one as a whole. */
    public Optional<String> reference() {
        Matcher reference = REFERENCE.matcher(typed);
        return reference.matches()
                ? Optional.of("SR-%s-%s".formatted(reference.group(1), reference.group(2)))
                : Optional.empty();
    }

    /** The references of these years that end in the number that was typed. */
    public List<String> references(Stream<Integer> years) {
        Matcher number = NUMBER.matcher(typed);
        return number.matches()
                ? years.map(year -> "SR-%d-%06d".formatted(year, Long.valueOf(number.group(1))))
                        .toList()
                : List.of();
    }

    public List<String> guessable() {
        return words.stream().filter(Words::isGuessable).toList();
    }

    /**
     * As PostgreSQL's {@code tsquery}.
     *
     * @param instead what may stand in a document instead of a word
     */
    public String text(Function<String, ? extends Collection<String>> instead) {
        var ways = new ArrayList<String>();
        ways.add(all(words, instead));
        List<String> merged = mergedNumbers();
        if (merged.size() < words.size()) {
            ways.add(all(merged, instead));
        }
        String joined = Words.joined(typed);
        if (words.size() > 1
                && joined.length() <= LONGEST_JOINED
                && joined.chars().anyMatch(Character::isDigit)) {
            ways.add(beginning(joined));
        }
        return ways.stream().distinct().collect(Collectors.joining(" | "));
    }

    private static String all(List<String> words, Function<String, ? extends Collection<String>> instead) {
        return words.stream()
                .map(word -> Stream.concat(
                                forms(word), instead.apply(word).stream().map(Query::exactly))
                        .distinct()
                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & ", "(", ")"));
    }

    private static Stream<String> forms(String word) {
        String number = word.replaceFirst("^0+", "");
        return Words.isNumber(word) && number.length() >= TELEPHONE
                ? Stream.of(beginning(word), beginning(Document.backwards(number)))
                : Stream.of(beginning(word));
    }

    /** 07700 900 123 is one number. */
    private List<String> mergedNumbers() {
        var merged = new ArrayList<String>();
        for (String word : words) {
            boolean goesOn = !merged.isEmpty() && Words.isNumber(merged.getLast()) && Words.isNumber(word);
            merged.add(goesOn ? merged.removeLast() + word : word);
        }
        return merged;
    }

    private static String beginning(String word) {
        return exactly(word) + ":*";
    }

    private static String exactly(String word) {
        return "'" + word + "'";
    }
}
