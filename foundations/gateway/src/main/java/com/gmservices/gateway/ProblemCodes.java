package com.gmservices.gateway;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What each code of a problem document means and what to do; in English, as the API's problems are. */
final class ProblemCodes {

    private static final ResourceBundle MEANINGS = ResourceBundle.getBundle("messages/problems", Locale.ROOT);

    private ProblemCodes() {}

    record Code(String name, String meaning) {}

    static List<Code> all() {
        return MEANINGS.keySet().stream()
                .sorted()
                .map(name -> new Code(name, meaning(name)))
                .toList();
    }

    /** @throws MissingResourceException for a code that nobody has explained */
    static String meaning(String code) {
        return MEANINGS.getString(code);
    }
}
