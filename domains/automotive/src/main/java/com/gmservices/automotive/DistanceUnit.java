package com.gmservices.automotive;

import java.util.Locale;

/** What an odometer counts. */
enum DistanceUnit {
    KM(1),
    MI(1.609344);

    private final double kilometres;

    DistanceUnit(double kilometres) {
        this.kilometres = kilometres;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    double kilometres(int reading) {
        return reading * kilometres;
    }
}
