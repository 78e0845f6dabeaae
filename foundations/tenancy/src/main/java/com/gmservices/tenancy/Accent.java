package com.gmservices.tenancy;

/** A colour that carries white text: contrast of at least 4.5 to 1 by WCAG 2.2's relative luminance. */
final class Accent {

    static final String DEFAULT = "#0b5cad";

    private Accent() {}

    static boolean carriesWhiteText(String colour) {
        double luminance = 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
        return 1.05 / (luminance + 0.05) >= 4.5;
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
