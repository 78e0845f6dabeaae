package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.OpeningHours.Span;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.SpecialDay;
import com.gmservices.tenancy.TenancyRefused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A site as the page has it: seven days, each with its spans in writing. */
record SiteForm(
        @NotBlank(message = "{tenancy.site.name.missing}") @Size(max = 120, message = "{tenancy.too-long}")
        String name,

        @Valid Address address,
        @NotNull ZoneId timeZone,
        List<Day> days,
        List<Special> specialDays,
        Integer revision) {

    private static final int SPANS = 2;
    private static final int SPARE_ROWS = 3;

    /** Nothing written is closed. */
    record Day(List<Hours> spans) {

        Day {
            spans = padded(spans, SPANS, Hours.EMPTY);
        }
    }

    /** A date with nothing written beside it is closed; without a date it is no special day. */
    record Special(String date, String name, List<Hours> spans) {

        static final Special EMPTY = new Special(null, null, List.of());

        Special(@Nullable String date, @Nullable String name, @Nullable List<Hours> spans) {
            this.date = Objects.requireNonNullElse(date, "").strip();
            this.name = Objects.requireNonNullElse(name, "").strip();
            this.spans = padded(spans, SPANS, Hours.EMPTY);
        }

        static Special of(SpecialDay day) {
            return new Special(
                    day.date().toString(),
                    day.name(),
                    day.hours().stream().map(SiteForm::hours).toList());
        }

        boolean isEmpty() {
            return date.isEmpty() && name.isEmpty() && spans.stream().allMatch(Hours::isEmpty);
        }
    }

    record Hours(String from, String to) {

        static final Hours EMPTY = new Hours(null, null);

        Hours(@Nullable String from, @Nullable String to) {
            this.from = Objects.requireNonNullElse(from, "").strip();
            this.to = Objects.requireNonNullElse(to, "").strip();
        }

        boolean isEmpty() {
            return from.isEmpty() && to.isEmpty();
        }
    }

    SiteForm {
        revision = Objects.requireNonNullElse(revision, 0);
        days = padded(days, DayOfWeek.values().length, new Day(List.of()));
        specialDays = specialDays == null ? List.of() : padded(specialDays, 0, Special.EMPTY);
        long used = specialDays.stream().filter(day -> !day.isEmpty()).count();
        specialDays = padded(specialDays, (int) used + SPARE_ROWS, Special.EMPTY);
        address = Objects.requireNonNullElse(address, Address.EMPTY);
    }

    /** Of special days those that are still to come. */
    static SiteForm of(Site site, LocalDate today) {
        return new SiteForm(
                site.name(),
                site.address(),
                site.timeZone(),
                Stream.of(DayOfWeek.values())
                        .map(day -> new Day(site.openingHours().on(day).stream()
                                .map(SiteForm::hours)
                                .toList()))
                        .toList(),
                site.openingHours().specialDaysFrom(today).stream()
                        .map(Special::of)
                        .toList(),
                site.revision());
    }

    /**
     * @param before what was said of days that have passed, which stays
     * @throws TenancyRefused.Unfit when hours or days make no sense
     */
    Sites.Change change(LocalDate today, List<SpecialDay> before) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        var wrong = new ArrayList<FieldError>();
        for (DayOfWeek day : DayOfWeek.values()) {
            try {
                week.put(day, spans(days.get(day.getValue() - 1).spans()));
            } catch (DateTimeParseException e) {
                wrong.add(fault(day, "Say from when and until when, or leave both empty"));
            } catch (IllegalArgumentException e) {
                wrong.add(fault(
                        day, "Hours end after they begin and do not overlap; what is past midnight is the next day's"));
            }
        }
        List<SpecialDay> special = new SpecialDays(specialDays, today).read(wrong);
        if (!wrong.isEmpty()) {
            throw new TenancyRefused.Unfit(wrong);
        }
        return new Sites.Change(
                name,
                address,
                timeZone,
                new OpeningHours(week),
                Stream.concat(before.stream(), special.stream()).toList());
    }

    /** @throws IllegalArgumentException when they make no sense */
    static List<Span> spans(List<Hours> written) {
        List<Span> spans = written.stream()
                .filter(hours -> !hours.isEmpty())
                .map(hours -> new Span(LocalTime.parse(hours.from()), LocalTime.parse(hours.to())))
                .toList();
        return new OpeningHours(Map.of(DayOfWeek.MONDAY, spans)).on(DayOfWeek.MONDAY);
    }

    private static FieldError fault(DayOfWeek day, String detail) {
        return new FieldError("/days/%d/spans".formatted(day.getValue() - 1), detail);
    }

    private static Hours hours(Span span) {
        return new Hours(
                span.from().toString(),
                span.endsAtMidnight() ? "00:00" : span.to().toString());
    }

    private static <T> List<T> padded(@Nullable List<T> given, int length, T filling) {
        var all = new ArrayList<T>();
        if (given != null) {
            given.forEach(one -> all.add(Objects.requireNonNullElse(one, filling)));
        }
        while (all.size() < length) {
            all.add(filling);
        }
        return List.copyOf(all);
    }
}
