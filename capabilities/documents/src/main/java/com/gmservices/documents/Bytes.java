package com.gmservices.documents;

import java.util.Locale;

/** Sizes of files in words, by powers of 1,024 as file managers have them. */
public final class Bytes {

    private static final String UNITS = "KMGT";

    private Bytes() {}

    public static String words(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int unit = Math.min((63 - Long.numberOfLeadingZeros(bytes)) / 10, UNITS.length());
        double size = (double) bytes / (1L << (10 * unit));
        return String.format(Locale.ROOT, size < 10 ? "%.1f %sB" : "%.0f %sB", size, UNITS.charAt(unit - 1));
    }
}
