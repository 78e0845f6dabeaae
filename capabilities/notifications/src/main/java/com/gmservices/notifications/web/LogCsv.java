package com.gmservices.notifications.web;

import com.gmservices.database.Page;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.web.NoticeLog.Entry;
import com.gmservices.notifications.web.NoticeLog.Line;
import com.gmservices.notifications.web.NoticeLog.Question;
import com.gmservices.notifications.wording.Phrasebook;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the log shows, for spreadsheets: a row for each way by which somebody was told. */
@Controller
class LogCsv {

    private static final List<String> COLUMNS = List.of(
            "told",
            "person",
            "kind",
            "subject",
            "page",
            "read",
            "channel",
            "recipient",
            "state",
            "reason",
            "sent",
            "carrier",
            "detail");

    private final NoticeLog log;
    private final Phrasebook phrasebook;
    private final Readers readers;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    LogCsv(
            NoticeLog log,
            Phrasebook phrasebook,
            Readers readers,
            Tenants tenants,
            MessageSource messages,
            Clock clock) {
        this.log = log;
        this.phrasebook = phrasebook;
        this.readers = readers;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param line null for what stands on the person's page alone */
    private record Told(
            Entry entry, String subject, @Nullable Line line) {}

    @GetMapping("/notifications/log.csv")
    @Allow("read:notification-log")
    @StepUp
    void send(
            CurrentMember staff,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Tenant business = tenants.current();
        Locale language = readers.house(staff.tenant()).language();
        var question = new Question(member, LogPages.path(about), q);
        CsvFile.<Told>send(
                response,
                business,
                clock.instant(),
                "notifications",
                COLUMNS.stream()
                        .map(column -> say("notifications.csv." + column, locale))
                        .toList(),
                cursor -> {
                    Page<Entry> page = log.find(staff, question, cursor, Page.MAX_LIMIT);
                    List<Told> told = page.data().stream()
                            .flatMap(entry -> ways(entry, subject(entry, language, business)))
                            .toList();
                    return new Page<>(told, page.nextCursor(), page.hasMore());
                },
                (row, told) -> write(row, told, locale));
    }

    private String subject(Entry entry, Locale language, Tenant business) {
        return phrasebook
                .ours(entry.words(), Channel.PAGE, language, business.timeZone())
                .subject();
    }

    private static Stream<Told> ways(Entry entry, String subject) {
        return entry.lines().isEmpty()
                ? Stream.of(new Told(entry, subject, null))
                : entry.lines().stream().map(line -> new Told(entry, subject, line));
    }

    private void write(CsvFile.Row row, Told told, Locale locale) {
        Entry entry = told.entry;
        row.time(entry.toldAt())
                .text(entry.member() == null ? null : entry.member().name())
                .text(say("notice-kind." + entry.kind(), locale))
                .text(told.subject)
                .text(entry.path())
                .time(entry.readAt());
        Line line = told.line;
        if (line == null) {
            row.text(null)
                    .text(null)
                    .text(null)
                    .text(null)
                    .time(null)
                    .text(null)
                    .text(null);
            return;
        }
        row.text(say("notifications.channel." + line.channel(), locale))
                // A browser's address for pushes is nobody's to read.
                .text(line.channel().equals(Channel.PUSH.code()) ? null : line.recipient())
                .text(say("notifications.state." + line.state().code(), locale))
                .text(
                        line.reason() == null
                                ? null
                                : say("notifications.reason." + line.reason().code(), locale))
                .time(line.sentAt())
                .text(line.carrier())
                .text(line.detail());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
