package com.gmservices.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers of their own endpoints may ask for: none that change what is sent, to whom, or where it ends. */
final class HeaderRules {

    static final int MOST = 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,1022}[\\x21-\\x7E])?");

    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "proxy-connection",
            "keep-alive",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "content-length",
            "content-type",
            "content-encoding",
            "user-agent",
            "cookie",
            "x-gm-signature",
            "proxy-authorization",
            "proxy-authenticate");

    private HeaderRules() {}

    /** What is wrong with them, in sentences. */
    static List<String> faults(Map<String, String> headers) {
        var faults = new ArrayList<String>();
        if (headers.size() > MOST) {
            faults.add("There are %d headers at most".formatted(MOST));
        }
        var seen = new ArrayList<String>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches()) {
                faults.add("A header's name is letters, digits and hyphens");
            } else if (OURS.contains(lower) || lower.startsWith("webhook-") || lower.startsWith("ce-")) {
                faults.add("The header %s is not yours to set".formatted(name));
            } else if (!VALUE.matcher(value).matches()) {
                faults.add("The value of %s is one line of plain characters".formatted(name));
            } else if (seen.contains(lower)) {
                faults.add("The header %s is there twice".formatted(name));
            }
            seen.add(lower);
        });
        return faults;
    }
}
