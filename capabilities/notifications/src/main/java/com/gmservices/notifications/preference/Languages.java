package com.gmservices.notifications.preference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages in which the platform tells. */
public final class Languages {

    public static final Locale DEFAULT = Locale.ENGLISH;
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.FRENCH);

    private Languages() {}

    /** {@code fr-CA} is told in French. */
    public static Optional<Locale> of(@Nullable String tag) {
        String language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return ALL.stream().filter(it -> it.getLanguage().equals(language)).findFirst();
    }

    /** The first of what a browser says its owner reads (RFC 9110 12.5.4). */
    public static Optional<Locale> accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), ALL));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
