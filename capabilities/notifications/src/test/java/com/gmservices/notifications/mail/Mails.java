package com.gmservices.notifications.mail;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** A mail for a test. */
final class Mails {

    static final String FROM = "no-reply@gm.example";

    private Mails() {}

    static MailMessage to(String address) {
        return new MailMessage(
                UUID.randomUUID(),
                UUID.randomUUID(),
                address,
                "Harbour Gäräge",
                "Your quote",
                "Text",
                "<p>Text</p>",
                Instant.now(),
                URI.create("https://gm.example/u/1"));
    }
}
