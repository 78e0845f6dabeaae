package com.gmservices.notifications.web;

import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.preference.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Quiet hours as they are written. */
final class Times {

    private Times() {}

    /** Neither is none; one without the other is a mistake. */
    static @Nullable QuietHours quiet(@Nullable String from, @Nullable String until) {
        boolean isEmpty = (from == null || from.isBlank()) && (until == null || until.isBlank());
        return isEmpty ? null : new QuietHours(time(from, "/quiet_hours/from"), time(until, "/quiet_hours/until"));
    }

    private static LocalTime time(@Nullable String text, String pointer) {
        try {
            return LocalTime.parse(text == null ? "" : text.strip());
        } catch (DateTimeException e) {
            throw new NotificationsRefused.Unfit(pointer, "A time is written 22:00");
        }
    }
}
