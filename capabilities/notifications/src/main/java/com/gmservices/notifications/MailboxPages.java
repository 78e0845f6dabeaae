package com.gmservices.notifications;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.notifications.MailId.OfAccount;
import com.gmservices.tenancy.Allow;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mails as the operator sees them: on a laptop without a mail server the only place where they can be read. */
@Controller
@RequestMapping("/operator/mailbox")
@Allow(Allow.OPERATOR)
class MailboxPages {

    private static final int PER_PAGE = 50;
    private static final String POLICY = "Content-Security-Policy";

    /**
     * A letter's styles stand in it, as mail programs want them; so it is shown in a frame with rules of its own,
     * which for browsers go before {@code X-Frame-Options}.
     */
    private static final String FRAME = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; "
            + "sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Mailbox mailbox;
    private final Stationery stationery;
    private final MailServer server;

    MailboxPages(Mailbox mailbox, Stationery stationery, MailServer server) {
        this.mailbox = mailbox;
        this.stationery = stationery;
        this.server = server;
    }

    record Line(UUID id, String recipient, String sender, String subject, MailState state, ZonedDateTime at) {}

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        Page<Line> page = mailbox.list(cursor == null ? Cursor.newest() : cursor, PER_PAGE)
                .map(this::line);
        model.addAttribute("mails", page.data());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("first", cursor == null);
        model.addAttribute("sends", server.isThere());
        return "notifications/mailbox";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, HttpServletResponse response) {
        Mail mail = find(id);
        response.setHeader(POLICY, "%s; frame-src 'self'".formatted(response.getHeader(POLICY)));
        model.addAttribute("mail", mail);
        model.addAttribute("line", line(mail));
        model.addAttribute("letter", stationery.write(mail));
        model.addAttribute("secret", mail.id() instanceof OfAccount && mail.link() == null);
        model.addAttribute("unreachable", mail.state() == MailState.KEPT);
        return "notifications/mail";
    }

    @GetMapping("/{id}/letter")
    ResponseEntity<String> letter(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(POLICY, FRAME)
                .body(stationery.write(find(id)).html());
    }

    private Mail find(UUID id) {
        return mailbox.find(id).orElseThrow(() -> new NotificationsRefused.NotFound("mail"));
    }

    private Line line(Mail mail) {
        return new Line(
                mail.id().id(),
                mail.recipient(),
                stationery.sender(mail),
                stationery.subject(mail),
                mail.state(),
                mail.createdAt().atZone(ZoneOffset.UTC));
    }
}
