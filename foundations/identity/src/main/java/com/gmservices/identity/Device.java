package com.gmservices.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody calls with, as far as its User-Agent tells: a browser on a system, or a program. */
record Device(@Nullable String name, @Nullable String system) {

    /** The first that fits: Edge says that it is Chrome too, and all say that they are Safari. */
    private static final List<Named> BROWSERS = List.of(
            new Named("Edg", "Edge"),
            new Named("OPR/", "Opera"),
            new Named("SamsungBrowser", "Samsung Internet"),
            new Named("Firefox/", "Firefox"),
            new Named("FxiOS", "Firefox"),
            new Named("CriOS", "Chrome"),
            new Named("Chrome/", "Chrome"),
            new Named("Safari/", "Safari"));

    private static final List<Named> SYSTEMS = List.of(
            new Named("iPhone", "iPhone"),
            new Named("iPad", "iPad"),
            new Named("Android", "Android"),
            new Named("Windows", "Windows"),
            new Named("CrOS", "ChromeOS"),
            new Named("Mac OS X", "macOS"),
            new Named("Linux", "Linux"));

    private static final Pattern PROGRAM = Pattern.compile("[A-Za-z][A-Za-z0-9 ._-]{0,39}");

    private record Named(String sign, String name) {}

    static Device of(String userAgent) {
        String system = first(SYSTEMS, userAgent).orElse(null);
        return new Device(
                first(BROWSERS, userAgent).or(() -> program(userAgent)).orElse(null), system);
    }

    private static Optional<String> first(List<Named> known, String userAgent) {
        return known.stream()
                .filter(one -> userAgent.contains(one.sign))
                .map(Named::name)
                .findFirst();
    }

    /** "curl/8.5" is curl. */
    private static Optional<String> program(String userAgent) {
        Matcher name = PROGRAM.matcher(userAgent);
        return name.lookingAt() ? Optional.of(name.group()) : Optional.empty();
    }
}
