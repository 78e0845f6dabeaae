package com.gmservices.notifications.report;

import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.delivery.DeliveryState;
import com.gmservices.notifications.mail.SesCarrier;
import com.gmservices.notifications.mail.SesSettings;
import com.gmservices.notifications.preference.Suppressions.Reason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Amazon SES reports through the one SNS topic that is named in the settings. */
@Component
class SesReports {

    private static final Logger log = LoggerFactory.getLogger(SesReports.class);

    private final SesSettings settings;
    private final SnsCertificates certificates;
    private final JsonMapper json;
    private final AtomicBoolean hasWarned = new AtomicBoolean();

    SesReports(SesSettings settings, SnsCertificates certificates, JsonMapper json) {
        this.settings = settings;
        this.certificates = certificates;
        this.json = json;
    }

    /**
     * What is to be worked; empty once a subscription is confirmed.
     *
     * @throws NotificationsRefused.NotProven when SNS cannot have sent it, or it is of another topic
     */
    Optional<String> verify(String body) {
        SnsMessage message = parsed(body);
        if (settings.topic().isBlank() || !message.get("TopicArn").equals(settings.topic()) || !isSigned(message)) {
            throw new NotificationsRefused.NotProven();
        }
        if (message.isSubscription()) {
            log.info(
                    "subscription to SES's reports {}",
                    certificates.confirm(message.get("SubscribeURL")) ? "confirmed" : "could not be confirmed");
        }
        return message.isNotification() ? Optional.of(message.get("Message")) : Optional.empty();
    }

    private boolean isSigned(SnsMessage message) {
        return (settings.signatureV1() || !isWeak(message))
                && certificates
                        .at(message.get("SigningCertURL"))
                        .filter(message::isSignedBy)
                        .isPresent();
    }

    /** Said once: whoever sends it may be anybody, as often as they like. */
    private boolean isWeak(SnsMessage message) {
        if (message.isSignedWeakly() && hasWarned.compareAndSet(false, true)) {
            log.warn("""
                    a report of SES is refused, for SHA-1 signs it: set the attribute SignatureVersion of the topic {} \
                    to 2 (docs/operations/notifications.md), or GM_SES_SIGNATURE_V1=true until you have""", settings.topic());
        }
        return message.isSignedWeakly();
    }

    private SnsMessage parsed(String body) {
        try {
            return new SnsMessage(json.readTree(body));
        } catch (JacksonException e) {
            throw new NotificationsRefused.NotProven();
        }
    }

    /** Of what is no report, such as SES's greeting to a new topic, there is nothing to tell. */
    List<News> read(String body) {
        JsonNode event;
        try {
            event = json.readTree(body);
        } catch (JacksonException e) {
            return List.of();
        }
        return News.delivery(
                        event.at("/mail/tags/%s/0".formatted(SesCarrier.MARK)).asString(""))
                .flatMap(id -> Optional.ofNullable(
                        switch (event.path("eventType")
                                .asString(event.path("notificationType").asString(""))) {
                            case "Send" -> new News(id, DeliveryState.SENT, null, null);
                            case "Delivery" -> new News(id, DeliveryState.DELIVERED, null, null);
                            case "Bounce" -> {
                                String said = event.at("/bounce/bouncedRecipients/0/diagnosticCode")
                                        .asString("");
                                yield event.at("/bounce/bounceType")
                                                .asString("")
                                                .equals("Permanent")
                                        ? new News(id, DeliveryState.BOUNCED, said, Reason.BOUNCE)
                                        : new News(id, DeliveryState.FAILED, said, null);
                            }
                            case "Complaint" ->
                                new News(id, DeliveryState.DELIVERED, "Reported as spam", Reason.COMPLAINT);
                            case "Reject" -> new News(id, DeliveryState.FAILED, "Rejected by SES", null);
                            default -> null;
                        }))
                .stream()
                .toList();
    }
}
