package com.gmservices.notifications.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.delivery.DeliveryState;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.preference.Suppressions;
import com.gmservices.notifications.preference.Suppressions.Suppression;
import com.gmservices.notifications.web.NoticeLog.Entry;
import com.gmservices.notifications.web.NoticeLog.Line;
import com.gmservices.notifications.web.NoticeLog.Question;
import com.gmservices.notifications.wording.Phrasebook;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Was she told, when, through what, and why: for staff, of one person, of one thing, or of all. */
@Controller
@RequestMapping("/notifications/log")
class LogPages {

    private static final Pattern PATH = Pattern.compile("/[a-zA-Z0-9/_-]{1,200}");

    private final NoticeLog log;
    private final Phrasebook phrasebook;
    private final Suppressions suppressions;
    private final Members members;
    private final Readers readers;
    private final Tenants tenants;
    private final Clock clock;

    LogPages(
            NoticeLog log,
            Phrasebook phrasebook,
            Suppressions suppressions,
            Members members,
            Readers readers,
            Tenants tenants,
            Clock clock) {
        this.log = log;
        this.phrasebook = phrasebook;
        this.suppressions = suppressions;
        this.members = members;
        this.readers = readers;
        this.tenants = tenants;
        this.clock = clock;
    }

    record Told(
            Entry entry,
            String subject,
            ZonedDateTime at,
            @Nullable ZonedDateTime readAt,
            List<Way> ways) {}

    /**
     * A line with its moments by the clock of the business.
     *
     * @param leaves null for what has left, stays, or goes with a digest
     */
    record Way(
            Line line,
            @Nullable ZonedDateTime leaves,
            @Nullable ZonedDateTime bundledFor,
            @Nullable ZonedDateTime sent,
            @Nullable ZonedDateTime reported) {

        public DeliveryState state() {
            return line.state();
        }
    }

    @GetMapping
    @Allow("read:notification-log")
    @Transactional(readOnly = true)
    String list(
            CurrentMember staff,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        String path = path(about);
        Page<Entry> page = log.find(
                staff, new Question(member, path, q), cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT);
        ZoneId zone = tenants.current().timeZone();
        Locale language = readers.house(staff.tenant()).language();
        model.addAttribute(
                "told",
                page.data().stream().map(entry -> told(entry, language, zone)).toList());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("first", cursor == null);
        model.addAttribute("q", q);
        model.addAttribute("about", path);
        addPerson(member, model);
        return "notifications/log";
    }

    /** Null for what is no page of ours. */
    static @Nullable String path(@Nullable String about) {
        return about != null && PATH.matcher(about).matches() ? about : null;
    }

    private void addPerson(@Nullable UUID id, Model model) {
        Member person = id == null
                ? null
                : members.find(new MemberId(id)).orElseThrow(() -> new NotificationsRefused.NotFound("member"));
        model.addAttribute("person", person);
        model.addAttribute("suppressed", person == null ? List.<Suppression>of() : suppressions.of(person));
    }

    /** Only an address of that very person: others are not theirs to lift. */
    @PostMapping("/{member}/suppressions/lift")
    @Allow("lift:suppressions")
    String lift(
            CurrentMember staff,
            @PathVariable UUID member,
            @RequestParam Channel channel,
            RedirectAttributes redirect) {
        Member person =
                members.find(new MemberId(member)).orElseThrow(() -> new NotificationsRefused.NotFound("member"));
        suppressions.of(person).stream()
                .filter(suppression -> suppression.channel() == channel)
                .forEach(suppression -> suppressions.lift(staff.tenant(), person.id(), channel, suppression.address()));
        redirect.addFlashAttribute("flash", "notifications.log.lifted");
        return "redirect:/notifications/log?member=" + member;
    }

    private Told told(Entry entry, Locale language, ZoneId zone) {
        return new Told(
                entry,
                phrasebook.ours(entry.words(), Channel.PAGE, language, zone).subject(),
                entry.toldAt().atZone(zone),
                at(entry.readAt(), zone),
                entry.lines().stream()
                        .map(line -> new Way(
                                line,
                                at(leaves(line), zone),
                                at(line.bundledFor(), zone),
                                at(line.sentAt(), zone),
                                at(line.reportedAt(), zone)))
                        .toList());
    }

    /** Without a carrier it is kept, and would leave then. */
    private @Nullable Instant leaves(Line line) {
        return switch (line.state()) {
            case WAITING -> line.dueAt();
            case KEPT -> line.bundledFor() == null && line.dueAt().isAfter(clock.instant()) ? line.dueAt() : null;
            default -> null;
        };
    }

    private static @Nullable ZonedDateTime at(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : moment.atZone(zone);
    }
}
