package com.gmservices.notifications;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** A member's own notices, and the bell, which open pages ask for when it rings. */
@Controller
@RequestMapping("/notifications")
class NotificationPages {

    private static final int PER_PAGE = 25;

    private final NoticeBoard board;
    private final Tenants tenants;
    private final MessageSource messages;

    NotificationPages(NoticeBoard board, Tenants tenants, MessageSource messages) {
        this.board = board;
        this.tenants = tenants;
        this.messages = messages;
    }

    record Line(NoticeId id, String subject, String text, boolean read, ZonedDateTime at) {}

    @Allow(Allow.MEMBERS)
    @GetMapping
    String list(
            CurrentMember member,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Locale language,
            Model model) {
        ZoneId zone = tenants.current().timeZone();
        Page<Line> page = board.list(member, false, cursor == null ? Cursor.newest() : cursor, PER_PAGE)
                .map(told -> line(told, zone, language));
        model.addAttribute("notices", page.data());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("first", cursor == null);
        model.addAttribute("unread", board.unread(member));
        return "notifications/index";
    }

    /** The way from a line to the page that it tells of: who goes it has read the line. */
    @Allow(Allow.MEMBERS)
    @GetMapping("/{id}")
    RedirectView open(CurrentMember member, @PathVariable UUID id) {
        var page = new RedirectView(board.read(member, new NoticeId(id)).path(), true);
        page.setExpandUriTemplateVariables(false);
        return page;
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/read")
    String readUpTo(CurrentMember member, @RequestParam UUID newest) {
        board.readUpTo(member, new NoticeId(newest));
        return "redirect:/notifications";
    }

    /** Open to all: to be sent to the sign-in page by a bell would cost people what they are typing. */
    @Allow(Allow.VISITORS)
    @GetMapping("/bell")
    Object bell(Optional<CurrentMember> member, Model model) {
        if (member.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        model.addAttribute("unread", board.unread(member.get()));
        return "shell/bell :: bell(unread=${unread})";
    }

    private Line line(Told told, ZoneId zone, Locale language) {
        return new Line(
                told.id(),
                told.words().subject(messages, language),
                told.words().text(messages, language),
                told.isRead(),
                told.createdAt().atZone(zone));
    }
}
