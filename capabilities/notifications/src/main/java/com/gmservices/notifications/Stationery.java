package com.gmservices.notifications;

import com.gmservices.notifications.MailId.OfAccount;
import com.gmservices.notifications.MailId.OfTenant;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes mails out, under the name and in the colour of the business they come from. */
@Component
class Stationery {

    /** Nobody has told us yet in which language they like to be written to. */
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private static final String PLATFORM_ACCENT = "#0b5cad";

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final Tenants tenants;
    private final Links links;

    Stationery(MessageSource messages, ITemplateEngine templates, Tenants tenants, Links links) {
        this.messages = messages;
        this.templates = templates;
        this.tenants = tenants;
        this.links = links;
    }

    /** Who writes, and where the button leads. */
    private record Letterhead(
            String sender, String accent, @Nullable String link) {}

    /** What is in a business's name is people's text: it must not end a header. */
    String subject(Mail mail) {
        return mail.words().subject(messages, LANGUAGE).replaceAll("\\p{Cntrl}+", " ");
    }

    String sender(Mail mail) {
        return letterhead(mail).sender();
    }

    Letter write(Mail mail) {
        Letterhead head = letterhead(mail);
        String subject = subject(mail);
        String text = mail.words().text(messages, LANGUAGE);
        String action = mail.words().action(messages, LANGUAGE);
        String why = message("notifications.mail.why", head.sender());
        var html = new Context(LANGUAGE);
        html.setVariable("head", head);
        html.setVariable("subject", subject);
        html.setVariable("paragraphs", List.of(text.split("\n\\s*\n")));
        html.setVariable("action", action);
        html.setVariable("why", why);
        return new Letter(
                head.sender(),
                subject,
                plain(text, action, head.link(), why),
                templates.process("notifications/letter", html));
    }

    private static String plain(String text, String action, @Nullable String link, String why) {
        String button = link == null ? null : "%s: %s".formatted(action, link);
        return String.join(
                "\n\n",
                Stream.of(text, button, "-- \n" + why).filter(Objects::nonNull).toList());
    }

    private Letterhead letterhead(Mail mail) {
        return switch (mail.id()) {
            case OfTenant(var tenant, UUID _) -> letterhead(tenants.find(tenant).orElseThrow(), mail.link());
            case OfAccount _ -> new Letterhead(message("notifications.platform"), PLATFORM_ACCENT, mail.link());
        };
    }

    private Letterhead letterhead(Tenant tenant, @Nullable String path) {
        return new Letterhead(
                tenant.name().replaceAll("\\p{Cntrl}+", " "),
                tenant.accent(),
                path == null ? null : links.tenant(tenant, path).toString());
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LANGUAGE);
    }
}
