package com.gmservices.notifications.report;

import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.delivery.DeliveryState;
import com.gmservices.notifications.mail.SendGridCarrier;
import com.gmservices.notifications.mail.SendGridSettings;
import com.gmservices.notifications.preference.Suppressions.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SendGrid's event webhook: signed by ECDSA over the time and the body as it came. */
@Component
class SendGridReports {

    private static final Duration DRIFT = Duration.ofMinutes(10);
    private static final Set<String> DEAD = Set.of("Bounced Address", "Invalid", "Spam Reporting Address");

    private final SendGridSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    SendGridReports(SendGridSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** @throws NotificationsRefused.NotProven when SendGrid cannot have sent it, or not now */
    void verify(@Nullable String signature, @Nullable String timestamp, byte[] body) {
        if (settings.webhookKey().isBlank()
                || signature == null
                || timestamp == null
                || !isNow(timestamp)
                || !fits(signature, timestamp, body)) {
            throw new NotificationsRefused.NotProven();
        }
    }

    /** What was sent once is not taken again later. */
    private boolean isNow(String timestamp) {
        return timestamp.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                                .abs()
                                .compareTo(DRIFT)
                        <= 0;
    }

    private boolean fits(String signature, String timestamp, byte[] body) {
        try {
            var key = KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(settings.webhookKey())));
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(timestamp.getBytes(StandardCharsets.UTF_8));
            verifier.update(body);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    List<News> read(String body) {
        return json.readTree(body)
                .valueStream()
                .flatMap(event -> news(event).stream())
                .toList();
    }

    private static Optional<News> news(JsonNode event) {
        String type = event.path("event").asString("");
        String reason = event.path("reason").asString("");
        return News.delivery(event.path(SendGridCarrier.MARK).asString(""))
                .flatMap(id -> Optional.ofNullable(
                        switch (type) {
                            case "processed" -> new News(id, DeliveryState.SENT, null, null);
                            case "delivered" -> new News(id, DeliveryState.DELIVERED, null, null);
                            case "bounce" ->
                                event.path("type").asString("").equals("blocked")
                                        ? new News(id, DeliveryState.FAILED, reason, null)
                                        : new News(id, DeliveryState.BOUNCED, reason, Reason.BOUNCE);
                            case "dropped" ->
                                new News(
                                        id, DeliveryState.FAILED, reason, DEAD.contains(reason) ? Reason.BOUNCE : null);
                            case "spamreport" ->
                                new News(id, DeliveryState.DELIVERED, "Reported as spam", Reason.COMPLAINT);
                            default -> null;
                        }));
    }
}
