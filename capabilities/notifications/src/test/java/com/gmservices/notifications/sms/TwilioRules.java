package com.gmservices.notifications.sms;

import com.gmservices.notifications.carrier.FakeVendor.Answer;
import com.gmservices.notifications.carrier.FakeVendor.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** What Twilio asks of a message (its reference of 2010-04-01), with its error codes when it does not get it. */
final class TwilioRules implements Function<Request, Answer> {

    static final String SID = "AC" + "0".repeat(32);
    static final String TOKEN = "auth-token";
    private static final Set<String> FIELDS =
            Set.of("To", "From", "MessagingServiceSid", "Body", "StatusCallback", "ValidityPeriod");

    private final JsonMapper json = new JsonMapper();
    private final List<Map<String, String>> messages = new ArrayList<>();

    @Override
    public Answer apply(Request request) {
        String pair = Base64.getEncoder().encodeToString((SID + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!request.header("authorization").equals("Basic " + pair)) {
            return error(401, 20003, "Authenticate");
        }
        if (!request.uri().getPath().equals("/2010-04-01/Accounts/%s/Messages.json".formatted(SID))) {
            return error(404, 20404, "The requested resource was not found");
        }
        return request.method().equals("GET") ? list(request) : send(request);
    }

    private Answer send(Request request) {
        Map<String, String> form = request.form();
        if (!request.header("content-type").startsWith("application/x-www-form-urlencoded")
                || !FIELDS.containsAll(form.keySet())
                || form.containsKey("From") == form.containsKey("MessagingServiceSid")) {
            return error(400, 20001, "A parameter is not known or missing");
        }
        if (!form.getOrDefault("To", "").matches("\\+[1-9]\\d{6,14}")) {
            return error(400, 21211, "The 'To' number is not a valid phone number.");
        }
        String body = form.getOrDefault("Body", "");
        if (body.isEmpty() || body.length() > 1600) {
            return error(400, body.isEmpty() ? 21602 : 21617, "Message body is required, up to 1600 characters.");
        }
        if (!URI.create(form.getOrDefault("StatusCallback", "http://localhost")).isAbsolute()) {
            return error(400, 21609, "The 'StatusCallback' URL is not a valid URL.");
        }
        String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        messages.add(Map.of("sid", sid, "to", form.getOrDefault("To", ""), "body", body));
        return Answer.json(201, json.writeValueAsString(Map.of("sid", sid, "status", "queued", "body", body)));
    }

    private Answer list(Request request) {
        Map<String, String> query = request.query();
        return query.getOrDefault("DateSent>", "").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")
                ? Answer.json(
                        200,
                        json.writeValueAsString(Map.of(
                                "messages",
                                messages.stream()
                                        .filter(it -> Objects.equals(it.get("to"), query.get("To")))
                                        .toList())))
                : error(400, 20001, "DateSent is a time");
    }

    private Answer error(int status, int code, String message) {
        return Answer.json(status, json.writeValueAsString(Map.of("code", code, "message", message, "status", status)));
    }
}
