package com.gmservices.notifications.mail;

import com.gmservices.notifications.carrier.FakeVendor.Answer;
import com.gmservices.notifications.carrier.FakeVendor.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What SendGrid asks of a mail (its reference of POST /v3/mail/send), with its words when it does not get it. */
final class SendGridRules implements Function<Request, Answer> {

    static final String KEY = "SG.test-key";
    private static final Set<String> FIELDS = Set.of(
            "personalizations",
            "from",
            "reply_to",
            "subject",
            "content",
            "headers",
            "custom_args",
            "tracking_settings",
            "mail_settings");
    private static final Set<String> RESERVED = Set.of(
            "x-sg-id",
            "x-sg-eid",
            "received",
            "dkim-signature",
            "content-type",
            "content-transfer-encoding",
            "to",
            "from",
            "subject",
            "reply-to",
            "cc",
            "bcc");

    private final JsonMapper json = new JsonMapper();

    @Override
    public Answer apply(Request request) {
        if (!request.header("authorization").equals("Bearer " + KEY)) {
            return Answer.json(401, error("The provided authorization grant is invalid, expired, or revoked", null));
        }
        if (!request.method().equals("POST") || !request.uri().getPath().equals("/v3/mail/send")) {
            return Answer.json(404, error("not found", null));
        }
        if (!request.header("content-type").startsWith("application/json")) {
            return Answer.json(415, error("Content-Type should be application/json.", null));
        }
        List<String> wrong = wrong(json.readTree(request.text()));
        return wrong.isEmpty()
                ? new Answer(202, Map.of("X-Message-Id", "14c5d75ce93"), "")
                : Answer.json(400, wrong.getFirst());
    }

    private static List<String> wrong(JsonNode mail) {
        var wrong = new ArrayList<String>();
        for (String field : mail.propertyNames()) {
            if (!FIELDS.contains(field)) {
                wrong.add(error("Bad Request: additional property", field));
            }
        }
        JsonNode to = mail.at("/personalizations/0/to");
        if (to.isEmpty()) {
            wrong.add(error("The to array is required for all personalization objects", "personalizations.0.to"));
        }
        for (JsonNode recipient : to) {
            if (!isAddress(recipient.path("email").asString(""))) {
                wrong.add(error("Does not contain a valid address.", "personalizations.0.to.0.email"));
            }
        }
        mail.at("/personalizations/0/custom_args").forEach(value -> {
            if (!value.isString()) {
                wrong.add(error("custom_args values must be strings", "personalizations.0.custom_args"));
            }
        });
        if (!isAddress(mail.at("/from/email").asString(""))) {
            wrong.add(error("The from email does not contain a valid address.", "from.email"));
        }
        if (mail.path("subject").asString("").isEmpty()) {
            wrong.add(error("The subject is required.", "subject"));
        }
        List<String> types = mail.path("content")
                .valueStream()
                .map(part -> part.path("type").asString(""))
                .toList();
        if (!types.equals(List.of("text/plain", "text/html"))) {
            wrong.add(
                    error("If present, text/plain and text/html may only be provided once, in that order", "content"));
        }
        mail.path("content").forEach(part -> {
            if (part.path("value").asString("").isEmpty()) {
                wrong.add(
                        error("The content value must be a string at least one character in length", "content.value"));
            }
        });
        for (String header : mail.path("headers").propertyNames()) {
            if (RESERVED.contains(header.toLowerCase(Locale.ROOT))) {
                wrong.add(error("The header is reserved", "headers." + header));
            }
        }
        return wrong;
    }

    private static boolean isAddress(String text) {
        return text.matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    }

    private static String error(String message, @Nullable String field) {
        return "{\"errors\":[{\"message\":\"%s\",\"field\":%s,\"help\":null}]}"
                .formatted(message, field == null ? "null" : "\"" + field + "\"");
    }
}
