package com.gmservices.notifications.report;

import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.delivery.DeliveryState;
import com.gmservices.notifications.preference.Suppressions.Reason;
import com.gmservices.notifications.sms.TwilioSettings;
import com.gmservices.tenancy.Links;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Twilio's status callbacks: signed by HMAC-SHA1 over the address that it called and all fields, sorted. */
@Component
class TwilioReports {

    private static final String PATH = "/api/v1/webhooks/in/twilio";

    private final TwilioSettings settings;
    private final Links links;

    TwilioReports(TwilioSettings settings, Links links) {
        this.settings = settings;
        this.links = links;
    }

    /** @throws NotificationsRefused.NotProven when Twilio cannot have sent it */
    void verify(@Nullable String signature, @Nullable String query, byte[] body) {
        if (settings.authToken().isBlank() || signature == null || query == null) {
            throw new NotificationsRefused.NotProven();
        }
        var signed =
                new StringBuilder(links.platform(PATH).toString()).append('?').append(query);
        fields(new String(body, StandardCharsets.UTF_8))
                .forEach((name, value) -> signed.append(name).append(value));
        if (!MessageDigest.isEqual(
                hmac(signed.toString()).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.US_ASCII))) {
            throw new NotificationsRefused.NotProven();
        }
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(settings.authToken().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param body the query of the address, a line break, and the form that was sent there */
    List<News> read(String body) {
        String[] parts = body.split("\n", 2);
        String mark = fields(parts[0]).getOrDefault("mark", "");
        Map<String, String> fields = fields(parts.length > 1 ? parts[1] : "");
        return News.delivery(mark)
                .flatMap(id -> state(fields).map(state -> new News(id, state, detail(fields), dead(fields))))
                .stream()
                .toList();
    }

    private static Optional<DeliveryState> state(Map<String, String> fields) {
        return Optional.ofNullable(
                switch (fields.getOrDefault("MessageStatus", "")) {
                    case "accepted", "queued", "sending", "sent" -> DeliveryState.SENT;
                    case "delivered", "read" -> DeliveryState.DELIVERED;
                    case "undelivered" -> DeliveryState.BOUNCED;
                    case "failed", "canceled" -> DeliveryState.FAILED;
                    default -> null;
                });
    }

    private static @Nullable String detail(Map<String, String> fields) {
        String code = fields.get("ErrorCode");
        return code == null ? null : "Twilio error " + code;
    }

    /** Nobody has that number, or no mobile telephone does; or its owner has said STOP. */
    private static @Nullable Reason dead(Map<String, String> fields) {
        return switch (fields.getOrDefault("ErrorCode", "")) {
            case "30005", "30006" -> Reason.BOUNCE;
            case "21610" -> Reason.STOP;
            default -> null;
        };
    }

    private static Map<String, String> fields(String form) {
        var fields = new TreeMap<String, String>();
        Arrays.stream(form.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> fields.put(decoded(pair[0]), pair.length == 1 ? "" : decoded(pair[1])));
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
