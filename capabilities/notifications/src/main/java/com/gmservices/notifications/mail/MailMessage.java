package com.gmservices.notifications.mail;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a carrier gets it.
 *
 * @param tenant whose it is, for the reports that come back; null for an account's
 * @param unsubscribe where a mail program ends this kind of mail with one POST (RFC 8058)
 */
public record MailMessage(
        UUID id,
        @Nullable UUID tenant,
        String to,
        String sender,
        String subject,
        String text,
        String html,
        Instant writtenAt,
        @Nullable URI unsubscribe) {

    private static final String NO_TENANT = "-";

    /** RFC 3834: answering machines leave it alone. RFC 2369 and 8058: it ends with one click. */
    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Auto-Submitted", "auto-generated");
        if (unsubscribe != null) {
            headers.put("List-Unsubscribe", "<%s>".formatted(unsubscribe));
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }

    /** Comes back with each report. */
    String mark() {
        return "%s/%s".formatted(tenant == null ? NO_TENANT : tenant, id);
    }
}
