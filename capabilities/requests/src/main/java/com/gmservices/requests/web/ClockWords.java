package com.gmservices.requests.web;

import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ResponseClock.Reading;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.OpeningHours.Span;
import com.gmservices.tenancy.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the response clock of a request says, in words, and why it says so. */
@Component
class ClockWords {

    private final MessageSource messages;

    ClockWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Each says whether it is late, the answer also when it came late. */
    record Words(String answer, String work, String why, boolean answerLate, boolean workLate) {}

    /** @param held why the work is on hold, if it is and somebody said so */
    Words of(ServiceRequest request, Site site, Instant now, @Nullable String held) {
        Reading clock = request.standing().clock();
        return new Words(
                answer(request, site, now),
                work(request, site, now, held),
                why(request, site, now),
                clock.respondedAt() == null
                        ? clock.respondBy().isBefore(now)
                        : clock.respondedAt().isAfter(clock.respondBy()),
                !clock.isPaused() && clock.resolveBy().isBefore(now));
    }

    private String answer(ServiceRequest request, Site site, Instant now) {
        Reading clock = request.standing().clock();
        Instant answered = clock.respondedAt();
        if (answered != null) {
            Duration took = site.openingHours().between(request.createdAt(), answered, site.timeZone());
            return say("clock.answered." + (answered.isAfter(clock.respondBy()) ? "late" : "in-time"), span(took));
        }
        return due("clock.answer", clock.respondBy(), site, now);
    }

    private String work(ServiceRequest request, Site site, Instant now, @Nullable String held) {
        Reading clock = request.standing().clock();
        Instant paused = clock.pausedSince();
        if (paused == null) {
            return due("clock.work", clock.resolveBy(), site, now);
        }
        if (request.status() == RequestStatus.QUOTED) {
            return say("clock.paused.quoted", at(paused, site, now));
        }
        return held == null
                ? say("clock.paused", at(paused, site, now))
                : say("clock.paused.because", at(paused, site, now), held);
    }

    private String due(String key, Instant due, Site site, Instant now) {
        boolean late = due.isBefore(now);
        Duration distance = late ? Duration.between(due, now) : Duration.between(now, due);
        return say(key + (late ? ".late" : ".due"), span(distance), at(due, site, now));
    }

    private String why(ServiceRequest request, Site site, Instant now) {
        var priority = request.order().priority();
        List<Span> today = site.openingHours().on(now.atZone(site.timeZone()).getDayOfWeek());
        String hours = today.isEmpty()
                ? say("clock.closed-today", site.name())
                : say(
                        "clock.open-today",
                        site.name(),
                        today.stream()
                                .map(span -> span.from() + "–" + span.to())
                                .collect(Collectors.joining(", ")));
        return say(
                "clock.why",
                say("requests.priority." + priority.code()),
                hours(priority.response()),
                hours(priority.resolution()),
                hours);
    }

    private String hours(Duration open) {
        return open.toMinutes() < 60
                ? say("clock.span.minutes", open.toMinutes())
                : say("clock.span.hours", open.toHours());
    }

    private String span(Duration length) {
        long minutes = Math.max(1, length.toMinutes());
        if (minutes < 60) {
            return say("clock.span.minutes", minutes);
        }
        if (minutes >= Duration.ofHours(36).toMinutes()) {
            return say("clock.span.days", Math.round(minutes / 1440.0));
        }
        return minutes % 60 == 0 || minutes >= 600
                ? say("clock.span.hours", Math.round(minutes / 60.0))
                : say("clock.span.both", minutes / 60, minutes % 60);
    }

    private static String at(Instant moment, Site site, Instant now) {
        ZonedDateTime at = moment.atZone(site.timeZone());
        boolean today = at.toLocalDate().equals(now.atZone(site.timeZone()).toLocalDate());
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "EEE d MMM, HH:mm", LocaleContextHolder.getLocale())
                .format(at);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
