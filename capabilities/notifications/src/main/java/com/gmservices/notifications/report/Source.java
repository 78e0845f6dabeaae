package com.gmservices.notifications.report;

import java.util.Locale;

/** Who reports. */
enum Source {
    SENDGRID,
    SES,
    TWILIO;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
