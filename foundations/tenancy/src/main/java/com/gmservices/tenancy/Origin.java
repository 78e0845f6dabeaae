package com.gmservices.tenancy;

import java.util.regex.Pattern;

/** A web site as browsers name it (RFC 6454): {@code https://shop.example}, and a port if it is not the usual one. */
final class Origin {

    private static final int LONGEST = 300;
    private static final int USUAL_PORT = 443;
    private static final Pattern FORM = Pattern.compile(
            "https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:(?<port>[1-9][0-9]{0,4}))?");

    private Origin() {}

    /** As a browser writes it, to the letter: another way of writing it would never be met. */
    static boolean isOne(String text) {
        var form = FORM.matcher(text);
        return text.length() <= LONGEST && form.matches() && (form.group("port") == null || isPort(form.group("port")));
    }

    private static boolean isPort(String digits) {
        int port = Integer.parseInt(digits);
        return port <= 65_535 && port != USUAL_PORT;
    }
}
