package com.gmservices.requests;

import java.time.Duration;
import java.util.Locale;

/** What customers are reminded of: an appointment a day and two hours before, and the end of a quote a day before. */
enum Reminder {
    APPOINTMENT_DAY("starts_at", Duration.ofHours(24), Duration.ofHours(3), RequestNoticeKinds.REMINDERS),
    APPOINTMENT_SOON("starts_at", Duration.ofHours(2), Duration.ZERO, RequestNoticeKinds.REMINDERS),
    QUOTE_ENDS("quote_until", Duration.ofHours(24), Duration.ofHours(1), RequestNoticeKinds.QUOTES);

    private final String column;
    private final Duration before;
    private final Duration notLaterThan;
    private final String kind;

    Reminder(String column, Duration before, Duration notLaterThan, String kind) {
        this.column = column;
        this.before = before;
        this.notLaterThan = notLaterThan;
        this.kind = kind;
    }

    /** The column of a request that says when it is. */
    String column() {
        return column;
    }

    Duration before() {
        return before;
    }

    /** When it is as near as this, there is no sense in it any more. */
    Duration notLaterThan() {
        return notLaterThan;
    }

    String kind() {
        return kind;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
