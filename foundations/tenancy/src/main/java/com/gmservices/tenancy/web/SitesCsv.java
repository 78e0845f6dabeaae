package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.OpeningHours.Span;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.SpecialDay;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The places of a business and when they are open, for spreadsheets: a column for each day of the week. */
@Controller
class SitesCsv {

    private static final List<String> COLUMNS =
            List.of("name", "street", "postal-code", "city", "region", "country", "zone");

    private final Sites sites;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    SitesCsv(Sites sites, Tenants tenants, MessageSource messages, Clock clock) {
        this.sites = sites;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/settings/sites.csv")
    @Allow("update:tenant")
    @StepUp
    void send(Locale locale, HttpServletResponse response) throws IOException {
        CsvFile.<Site>sendAll(
                response,
                tenants.current(),
                clock.instant(),
                "sites",
                headings(locale),
                sites.all(),
                (row, site) -> write(row, site, locale));
    }

    private List<String> headings(Locale locale) {
        Stream<String> days =
                Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale));
        return Stream.of(COLUMNS.stream().map(column -> say(column, locale)), days, Stream.of(say("special", locale)))
                .flatMap(headings -> headings)
                .toList();
    }

    private void write(CsvFile.Row row, Site site, Locale locale) {
        row.text(site.name())
                .text(Stream.of(site.address().line1(), site.address().line2())
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(", ")))
                .text(site.address().postalCode())
                .text(site.address().city())
                .text(site.address().region())
                .text(site.address().country())
                .text(site.timeZone().getId());
        OpeningHours hours = site.openingHours();
        for (DayOfWeek day : DayOfWeek.values()) {
            row.text(words(hours.on(day), locale));
        }
        row.text(hours.specialDaysFrom(LocalDate.now(clock.withZone(site.timeZone()))).stream()
                .map(day -> words(day, locale))
                .collect(Collectors.joining("; ")));
    }

    private String words(SpecialDay day, Locale locale) {
        return Stream.of(day.date().toString(), day.name(), words(day.hours(), locale))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String words(List<Span> hours, Locale locale) {
        return hours.isEmpty()
                ? say("closed", locale)
                : hours.stream()
                        .map(span -> span.from() + "–" + (span.endsAtMidnight() ? "24:00" : span.to()))
                        .collect(Collectors.joining(", "));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage("tenancy.csv." + key, null, locale);
    }
}
