package com.gmservices.tenancy;

/** A colour that carries white text: contrast of at least 4.5 to 1 by WCAG 2.2's relative luminance. */
public final class Accent {

    public static final String DEFAULT = "#0b5cad";

    private static final double ENOUGH = 4.5;

    private Accent() {}

    public static boolean isColour(String text) {
        return text.matches("#[0-9a-f]{6}");
    }

    public static boolean carriesWhiteText(String colour) {
        return contrast(colour) >= ENOUGH;
    }

    /** How well white text is read on it: from 1 on white to 21 on black. */
    public static double contrast(String colour) {
        double luminance = 0.2126 * linear(channel(colour, 1))
                + 0.7152 * linear(channel(colour, 3))
                + 0.0722 * linear(channel(colour, 5));
        return 1.05 / (luminance + 0.05);
    }

    /** The nearest darker shade of it that carries white text. */
    public static String darkened(String colour) {
        for (int percent = 100; percent > 0; percent--) {
            String shade = "#%02x%02x%02x"
                    .formatted(
                            channel(colour, 1) * percent / 100,
                            channel(colour, 3) * percent / 100,
                            channel(colour, 5) * percent / 100);
            if (carriesWhiteText(shade)) {
                return shade;
            }
        }
        return "#000000";
    }

    private static int channel(String colour, int at) {
        return Integer.parseInt(colour.substring(at, at + 2), 16);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
