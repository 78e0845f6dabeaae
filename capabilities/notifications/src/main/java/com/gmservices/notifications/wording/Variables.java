package com.gmservices.notifications.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code {reference}} in a business's words stands for a value. Braces that hold no name are braces. */
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}\\s]{1,40})}");

    private Variables() {}

    static List<String> unknown(String text, List<String> known) {
        var unknown = new ArrayList<String>();
        for (Matcher found = VARIABLE.matcher(text); found.find(); ) {
            if (!known.contains(found.group(1)) && !unknown.contains(found.group(1))) {
                unknown.add(found.group(1));
            }
        }
        return unknown;
    }

    /** What a value holds is not looked at again, whatever braces stand in it. */
    static String fill(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
