package com.gmservices.automotive;

import java.util.Locale;

/** What a dashboard shows. */
record Odometer(int reading, DistanceUnit unit) {

    /** Between two units a mile's fraction may be lost. */
    boolean isBehind(Odometer earlier) {
        double tolerance = unit == earlier.unit ? 0 : DistanceUnit.MI.kilometres(1);
        return unit.kilometres(reading) + tolerance < earlier.unit.kilometres(earlier.reading);
    }

    String text(Locale locale) {
        return String.format(locale, "%,d %s", reading, unit.code());
    }
}
