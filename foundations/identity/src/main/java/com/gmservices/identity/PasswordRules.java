package com.gmservices.identity;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken: those of eight characters or more that nobody guesses soon, of whatever characters they are
 * (NIST SP 800-63B, 3.1.1.2). zxcvbn knows the 30,000 commonest ones, and tries them with names, dates and the rows of
 * the keyboard; what it is told of the person it tries first.
 */
@Component
class PasswordRules {

    /** Of its five grades: it takes more than a hundred million guesses. */
    private static final int GOOD_ENOUGH = 3;

    /** What comes after as many characters only makes a password better, and the measuring slow. */
    private static final int MEASURED = 40;

    private static final int SHORTEST_CLUE = 3;

    private final Passwords passwords;

    PasswordRules(Passwords passwords) {
        this.passwords = passwords;
    }

    enum Weakness {
        TOO_SHORT,
        COMMON,
        PERSONAL,
        PATTERN,
        GUESSABLE;

        String code() {
            return "password-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Its dictionaries are read when the first password is chosen. */
    private static final class Meter {

        static final Zxcvbn ZXCVBN = new Zxcvbn();
    }

    /** @throws IdentityRefused when it is weak; about are words that others may know of the person */
    void check(String password, Collection<String> about, String pointer) {
        weakness(password, about).ifPresent(weakness -> {
            throw new IdentityRefused.WeakPassword(weakness, pointer);
        });
    }

    Optional<Weakness> weakness(String password, Collection<String> about) {
        if (password.codePointCount(0, password.length()) < NewPerson.SHORTEST_PASSWORD) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        String measured = password.substring(0, Math.min(MEASURED, password.length()));
        return passwords.judge(() -> judged(measured, clues(about)));
    }

    private static Optional<Weakness> judged(String password, List<String> clues) {
        Strength strength = Meter.ZXCVBN.measure(password, clues);
        return strength.getScore() >= GOOD_ENOUGH
                ? Optional.empty()
                : Optional.of(strength.getSequence().stream()
                        .max(Comparator.comparingInt(match -> match.token.length()))
                        .map(PasswordRules::weakness)
                        .orElse(Weakness.GUESSABLE));
    }

    private static Weakness weakness(Match match) {
        return switch (match.pattern) {
            case Dictionary ->
                switch (match.dictionaryName) {
                    case "user_inputs" -> Weakness.PERSONAL;
                    case "passwords" -> Weakness.COMMON;
                    default -> Weakness.GUESSABLE;
                };
            case Bruteforce -> Weakness.GUESSABLE;
            case Spatial, Repeat, Sequence, Regex, Date -> Weakness.PATTERN;
        };
    }

    /** "Harbour Garage" is a clue, and so are "harbour" and "garage". */
    private static List<String> clues(Collection<String> about) {
        return about.stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+", -1))))
                .filter(clue -> clue.length() >= SHORTEST_CLUE)
                .distinct()
                .toList();
    }
}
