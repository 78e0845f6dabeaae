package com.gmservices.notifications.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.notifications.board.NoticeBoard;
import com.gmservices.notifications.board.NoticeId;
import com.gmservices.notifications.board.Told;
import com.gmservices.notifications.wording.Phrase;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
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
    private final Reading reading;

    NotificationPages(NoticeBoard board, Reading reading) {
        this.board = board;
        this.reading = reading;
    }

    record Line(NoticeId id, String subject, String text, boolean read, ZonedDateTime at) {}

    @Allow(Allow.MEMBERS)
    @GetMapping
    @Transactional(readOnly = true)
    String list(CurrentMember member, @RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        Page<Told> page = board.list(member, false, cursor == null ? Cursor.newest() : cursor, PER_PAGE);
        model.addAttribute("notices", lines(page.data(), member));
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

    private List<Line> lines(List<Told> told, CurrentMember member) {
        ZoneId zone = reading.zoneOf(member);
        List<Phrase> phrases = reading.phrases(told, member);
        return IntStream.range(0, told.size())
                .mapToObj(at -> line(told.get(at), phrases.get(at), zone))
                .toList();
    }

    private static Line line(Told told, Phrase phrase, ZoneId zone) {
        return new Line(
                told.id(),
                phrase.subject(),
                phrase.text(),
                told.isRead(),
                told.createdAt().atZone(zone));
    }
}
