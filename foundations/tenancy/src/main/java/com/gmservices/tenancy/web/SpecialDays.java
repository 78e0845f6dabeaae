package com.gmservices.tenancy.web;

import com.gmservices.tenancy.OpeningHours.Span;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.SpecialDay;
import com.gmservices.tenancy.web.SiteForm.Special;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the special days of a site as somebody has written them. */
record SpecialDays(List<Special> rows, LocalDate today) {

    private static final int YEARS_AHEAD = 10;

    /** What makes no sense is told among the faults, beside its row. */
    List<SpecialDay> read(List<FieldError> wrong) {
        var days = new ArrayList<SpecialDay>();
        var seen = new HashSet<LocalDate>();
        for (int at = 0; at < rows.size(); at++) {
            Special row = rows.get(at);
            if (!row.isEmpty()) {
                read(row, "/special_days/%d".formatted(at), seen, days, wrong);
            }
        }
        return days;
    }

    private void read(Special row, String pointer, Set<LocalDate> seen, List<SpecialDay> days, List<FieldError> wrong) {
        try {
            LocalDate date = LocalDate.parse(row.date());
            if (date.isBefore(today) || date.isAfter(today.plusYears(YEARS_AHEAD)) || !seen.add(date)) {
                wrong.add(
                        new FieldError(pointer + "/date", "Each day stands here once, and lies in the next ten years"));
            }
            days.add(new SpecialDay(date, row.name(), hours(row, pointer, wrong)));
        } catch (DateTimeException unreadable) {
            wrong.add(new FieldError(pointer + "/date", "Each day stands here once, and lies in the next ten years"));
        }
    }

    private static List<Span> hours(Special row, String pointer, List<FieldError> wrong) {
        try {
            return SiteForm.spans(row.spans());
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            wrong.add(new FieldError(pointer + "/spans", "Hours end after they begin and do not overlap"));
            return List.of();
        }
    }
}
