package com.gmservices.notifications.delivery;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as its recipient reads it.
 *
 * @param html empty but for mails
 * @param unsubscribe where a mail program ends this kind of mail
 * @param version of the business's own words
 */
public record Letter(
        String sender,
        String subject,
        String text,
        String html,
        @Nullable String link,
        @Nullable URI unsubscribe,
        @Nullable Integer version) {}
