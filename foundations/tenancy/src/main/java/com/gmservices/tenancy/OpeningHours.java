package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * When a site is open in a week, by its own clock. A day may have several spans; a day without any is closed. In JSON
 * {@code {"monday": [{"from": "08:00", "to": "18:00"}]}}. On a special day the week does not count; these days are no
 * part of the JSON.
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week, List<SpecialDay> specialDays) {

    /** Within one day. Midnight at its end is written 00:00 or 23:59. */
    public record Span(
            @JsonFormat(pattern = "HH:mm") LocalTime from,
            @JsonFormat(pattern = "HH:mm") LocalTime to) {

        public Span {
            to = to.equals(LocalTime.MIDNIGHT) ? LAST_MINUTE : to;
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException(
                        "Opening hours end after they begin: past midnight they are the next day's");
            }
        }

        public boolean endsAtMidnight() {
            return to.equals(LAST_MINUTE);
        }
    }

    private record Interval(Instant from, Instant to) {}

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final int HORIZON_DAYS = 3_660;

    public static final OpeningHours OFFICE = weekdays(LocalTime.of(8, 0), LocalTime.of(18, 0));

    public OpeningHours {
        var sorted = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        week.forEach((day, spans) -> sorted.put(day, inOrder(spans)));
        week = Collections.unmodifiableMap(sorted);
        specialDays = specialDays.stream()
                .sorted(Comparator.comparing(SpecialDay::date))
                .toList();
    }

    public OpeningHours(Map<DayOfWeek, List<Span>> week) {
        this(week, List.of());
    }

    @JsonCreator
    static OpeningHours ofDays(Map<String, List<Span>> days) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        days.forEach((day, spans) -> week.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), spans));
        return new OpeningHours(week);
    }

    @JsonValue
    Map<String, List<Span>> days() {
        var days = new LinkedHashMap<String, List<Span>>();
        week.forEach((day, spans) -> days.put(day.name().toLowerCase(Locale.ROOT), spans));
        return days;
    }

    public static OpeningHours weekdays(LocalTime from, LocalTime to) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                week.put(day, List.of(new Span(from, to)));
            }
        }
        return new OpeningHours(week);
    }

    public OpeningHours with(List<SpecialDay> days) {
        return new OpeningHours(week, days);
    }

    /** Those from this day on, the next one first. */
    public List<SpecialDay> specialDaysFrom(LocalDate day) {
        return specialDays.stream().filter(each -> !each.date().isBefore(day)).toList();
    }

    public List<Span> on(LocalDate day) {
        for (SpecialDay special : specialDays) {
            if (special.date().equals(day)) {
                return special.hours();
            }
        }
        return on(day.getDayOfWeek());
    }

    public List<Span> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    public boolean isOpenAt(Instant moment, ZoneId zone) {
        return intervals(moment.atZone(zone).toLocalDate(), zone).stream()
                .anyMatch(open -> !moment.isBefore(open.from) && moment.isBefore(open.to));
    }

    /** When it closes that is open at this moment; empty when it is closed, and when it does not close within a week. */
    public Optional<Instant> closesAfter(Instant moment, ZoneId zone) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        Instant end = moment;
        for (int days = 0; days <= DayOfWeek.values().length; days++) {
            for (Interval open : intervals(today.plusDays(days), zone)) {
                if (!open.from.isAfter(end) && end.isBefore(open.to)) {
                    end = open.to;
                }
            }
        }
        boolean isWithinAWeek =
                end.isBefore(today.plusWeeks(1).atStartOfDay(zone).toInstant());
        return end.isAfter(moment) && isWithinAWeek ? Optional.of(end) : Optional.empty();
    }

    /** When it opens the next time after this moment; empty when it does not within two months. */
    public Optional<Instant> opensAfter(Instant moment, ZoneId zone) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusMonths(2))
                .flatMap(day -> intervals(day, zone).stream())
                .map(Interval::from)
                .filter(from -> from.isAfter(moment))
                .findFirst();
    }

    /** How much of the time between two moments the site is open. */
    public Duration between(Instant from, Instant to, ZoneId zone) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Interval open : intervals(day, zone)) {
                Instant start = open.from.isAfter(from) ? open.from : from;
                Instant end = open.to.isBefore(to) ? open.to : to;
                if (start.isBefore(end)) {
                    sum = sum.plus(Duration.between(start, end));
                }
            }
        }
        return sum;
    }

    /** The moment at which the site has been open for so long since then. One that never opens is taken as always open. */
    public Instant after(Instant from, Duration open, ZoneId zone) {
        if (week.values().stream().allMatch(List::isEmpty)
                && specialDays.stream().allMatch(day -> day.hours().isEmpty())) {
            return from.plus(open);
        }
        Duration left = open;
        LocalDate first = from.atZone(zone).toLocalDate();
        for (int days = 0; days < HORIZON_DAYS; days++) {
            for (Interval interval : intervals(first.plusDays(days), zone)) {
                Instant start = interval.from.isAfter(from) ? interval.from : from;
                if (start.isBefore(interval.to)) {
                    Duration length = Duration.between(start, interval.to);
                    if (length.compareTo(left) >= 0) {
                        return start.plus(left);
                    }
                    left = left.minus(length);
                }
            }
        }
        return from.plus(open);
    }

    private List<Interval> intervals(LocalDate day, ZoneId zone) {
        var intervals = new ArrayList<Interval>();
        for (Span span : on(day)) {
            Instant from = day.atTime(span.from).atZone(zone).toInstant();
            Instant to = span.endsAtMidnight()
                    ? day.plusDays(1).atStartOfDay(zone).toInstant()
                    : day.atTime(span.to).atZone(zone).toInstant();
            intervals.add(new Interval(from, to));
        }
        return intervals;
    }

    static List<Span> inOrder(List<Span> spans) {
        List<Span> sorted =
                spans.stream().sorted(Comparator.comparing(Span::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from.isBefore(sorted.get(i - 1).to)) {
                throw new IllegalArgumentException("Opening hours of one day do not overlap");
            }
        }
        return sorted;
    }
}
