package com.gmservices.demo;

import com.gmservices.demo.Business.Outcome;
import com.gmservices.demo.Business.Story;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When the things of a story happened. Staff answer within the hours after it was asked, customers a while later, work
 * begins on a working morning; help at the roadside does not wait. What was asked today was asked just now. Nothing happens before what it follows, or after now.
 */
final class Timetable {

    private static final LocalTime OPENING = LocalTime.of(8, 30);
    private static final int WORKING_HOURS = 8;
    private static final int LATE = 14;

    private final Story story;
    private final boolean roadside;
    private final ZonedDateTime now;
    private ZonedDateTime latest;

    Timetable(Story story, boolean roadside, ZonedDateTime now) {
        this.story = story;
        this.roadside = roadside;
        this.now = now;
        this.latest = story.daysAgo() == 0
                ? now.minusMinutes(75 - story.at().getMinute())
                : now.minusDays(story.daysAgo()).with(story.at());
    }

    Instant asked() {
        return latest.toInstant();
    }

    LocalDate askedOn() {
        return latest.toLocalDate();
    }

    void goOn(Instant since) {
        latest = since.atZone(now.getZone());
    }

    /** Two stories that began alike do not go on alike. */
    Instant answered() {
        Duration pause = roadside
                ? Duration.ofMinutes(4)
                : Duration.ofMinutes(20 + story.at().getMinute() * 3);
        return after(story.late() ? pause.multipliedBy(LATE) : pause);
    }

    Instant agreed() {
        return after(
                roadside
                        ? Duration.ofMinutes(3)
                        : Duration.ofMinutes(30 + story.at().getMinute() * 7));
    }

    Instant next() {
        return after(Duration.ofMinutes(2));
    }

    /** On the workday after it was agreed; what is still to come is to come, and what is under way has begun. */
    Instant appointment() {
        if (roadside) {
            return latest.toInstant();
        }
        ZonedDateTime first = workday(latest, 1);
        if (story.outcome() == Outcome.CONFIRMED) {
            return (first.isBefore(now) ? workday(now, 1) : first)
                    .plusDays(story.at().getMinute() % 3)
                    .toInstant();
        }
        return (first.isBefore(now) ? first : workday(now, -1)).toInstant();
    }

    Instant started(Instant appointment) {
        latest = max(latest, appointment.atZone(now.getZone()));
        return after(Duration.ofMinutes(roadside ? 6 : 10));
    }

    Instant finished(int minutes) {
        return after(Duration.ofMinutes(Math.max(minutes, 30)));
    }

    Instant paid() {
        return after(Duration.ofMinutes(25));
    }

    Instant reviewed() {
        return after(Duration.ofHours(19));
    }

    private Instant after(Duration pause) {
        ZonedDateTime then = latest.plus(pause);
        latest = then.isBefore(now) ? then : max(latest, now.minusMinutes(1));
        return latest.toInstant();
    }

    private ZonedDateTime workday(ZonedDateTime from, int step) {
        ZonedDateTime day = from.with(OPENING).plusHours(story.at().getMinute() % WORKING_HOURS);
        do {
            day = day.plusDays(step);
        } while (day.getDayOfWeek() == DayOfWeek.SUNDAY);
        return day;
    }

    private static ZonedDateTime max(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? other : one;
    }
}
