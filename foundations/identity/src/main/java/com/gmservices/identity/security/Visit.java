package com.gmservices.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When and from where a session was signed in; kept in it as text, which every later release can read. */
record Visit(Instant begun, Origin origin) {

    static final String ATTRIBUTE = "gm.visit";

    static Visit begin(HttpServletRequest request, Instant now) {
        return new Visit(now, Origin.of(request));
    }

    static Optional<Visit> of(Function<String, @Nullable Object> attributes) {
        return Optional.ofNullable(attributes.apply(ATTRIBUTE))
                .map(String::valueOf)
                .map(Visit::parse);
    }

    String text() {
        return begun + "\n" + origin.address() + "\n" + origin.userAgent();
    }

    private static Visit parse(String text) {
        String[] lines = text.split("\n", 3);
        return new Visit(Instant.parse(lines[0]), new Origin(lines[2], lines[1]));
    }
}
