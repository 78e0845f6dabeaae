package com.gmservices.notifications.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.delivery.Couriers;
import com.gmservices.notifications.delivery.Delivery;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.delivery.DeliveryState;
import com.gmservices.notifications.delivery.Letter;
import com.gmservices.notifications.delivery.Stationery;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentTenant;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
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

/** What goes out as the operator sees it: on a laptop without carriers the only place where it can be read. */
@Controller
@RequestMapping("/operator")
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
    private final Couriers couriers;
    private final Clock clock;

    MailboxPages(Mailbox mailbox, Stationery stationery, Couriers couriers, Clock clock) {
        this.mailbox = mailbox;
        this.stationery = stationery;
        this.couriers = couriers;
        this.clock = clock;
    }

    /** @param leaves null for what has left, or whose time has come */
    record Line(
            UUID id,
            String recipient,
            String sender,
            String subject,
            DeliveryState state,
            ZonedDateTime at,
            @Nullable ZonedDateTime leaves) {}

    @GetMapping("/mailbox")
    String mails(@RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        addPage(Channel.MAIL, cursor, model);
        return "notifications/mailbox";
    }

    /** Text messages are short: they stand in the list as a whole. */
    @GetMapping("/texts")
    String texts(@RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        Page<Delivery> page = addPage(Channel.SMS, cursor, model);
        model.addAttribute(
                "texts", page.data().stream().map(it -> write(it).text()).toList());
        return "notifications/texts";
    }

    private Page<Delivery> addPage(Channel channel, @Nullable Cursor cursor, Model model) {
        Page<Delivery> page = mailbox.list(channel, cursor == null ? Cursor.newest() : cursor, PER_PAGE);
        model.addAttribute("mails", page.data().stream().map(this::line).toList());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("first", cursor == null);
        model.addAttribute("sends", couriers.areThereFor(channel));
        return page;
    }

    @GetMapping("/mailbox/{id}")
    String show(@PathVariable UUID id, Model model, HttpServletResponse response) {
        Delivery mail = find(id);
        response.setHeader(POLICY, "%s; frame-src 'self'".formatted(response.getHeader(POLICY)));
        model.addAttribute("mail", mail);
        model.addAttribute("line", line(mail));
        model.addAttribute("letter", write(mail));
        model.addAttribute("secret", mail.id() instanceof OfAccount && mail.link() == null);
        model.addAttribute("unreachable", mail.state() == DeliveryState.KEPT);
        return "notifications/mail";
    }

    @GetMapping("/mailbox/{id}/letter")
    ResponseEntity<String> letter(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(POLICY, FRAME)
                .body(write(find(id)).html());
    }

    private Delivery find(UUID id) {
        return mailbox.find(Channel.MAIL, id).orElseThrow(() -> new NotificationsRefused.NotFound("mail"));
    }

    private Letter write(Delivery delivery) {
        Optional<Letter> letter = switch (delivery.id()) {
            case OfAccount _ -> stationery.write(delivery);
            case OfTenant ofTenant -> CurrentTenant.call(ofTenant.tenant(), () -> stationery.write(delivery));
        };
        return letter.orElseGet(() -> new Letter("", "", "", "", null, null, null));
    }

    private Line line(Delivery mail) {
        Instant leaves = mail.leavesAfter(clock.instant());
        return new Line(
                mail.id().id(),
                mail.recipient(),
                stationery.sender(mail),
                subject(mail),
                mail.state(),
                mail.createdAt().atZone(ZoneOffset.UTC),
                leaves == null ? null : leaves.atZone(ZoneOffset.UTC));
    }

    private String subject(Delivery mail) {
        return switch (mail.id()) {
            case OfAccount _ -> stationery.subject(mail);
            case OfTenant ofTenant -> CurrentTenant.call(ofTenant.tenant(), () -> stationery.subject(mail));
        };
    }
}
