package com.gmservices.notifications.sms;

import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.HttpAnswers;
import com.gmservices.notifications.carrier.Outcome;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Twilio. Of a message that it may have, it can be asked: its list is searched for number and words. */
public final class TwilioCarrier implements Carrier<TextMessage> {

    /** No number, not in that country, no mobile one, or its owner has sent STOP (twilio.com/docs/api/errors). */
    private static final Set<Integer> DEAD = Set.of(21211, 21214, 21217, 21610, 21614);

    private static final int MOST = 50;

    private final TwilioSettings settings;
    private final HttpAnswers answers;
    private final Twilio twilio;
    private final JsonMapper json;

    public TwilioCarrier(TwilioSettings settings, RestClient.Builder clients, HttpAnswers answers, JsonMapper json) {
        this.settings = settings;
        this.answers = answers;
        this.json = json;
        this.twilio = HttpAnswers.client(Twilio.class, clients.baseUrl(settings.url()));
    }

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public Outcome carry(TextMessage message) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("To", message.to());
        form.add(settings.from().startsWith("MG") ? "MessagingServiceSid" : "From", settings.from());
        form.add("Body", message.text());
        form.add("StatusCallback", message.reports().toString());
        return answers.to(() -> twilio.send(authorization(), settings.accountSid(), form), this::outcome);
    }

    private Outcome outcome(ResponseEntity<String> answer) {
        JsonNode said = read(answer);
        if (answer.getStatusCode().is2xxSuccessful()) {
            String sid = said.path("sid").asString("");
            return sid.isEmpty() ? new Unknown("An answer without a sid") : new Accepted(sid);
        }
        int code = said.path("code").asInt(0);
        return new Refused("%d %s".formatted(code, said.path("message").asString("")), DEAD.contains(code));
    }

    /** As long as it cannot be asked, nobody sends the message again. */
    @Override
    public Optional<Outcome> whatBecameOf(TextMessage message) {
        String since = message.writtenAt().truncatedTo(ChronoUnit.SECONDS).toString();
        Outcome found = answers.to(
                () -> twilio.list(authorization(), settings.accountSid(), message.to(), since, MOST),
                answer -> answer.getStatusCode().is2xxSuccessful()
                        ? search(read(answer), message)
                        : new Unknown("No list"));
        return switch (found) {
            case Accepted _ -> Optional.of(found);
            case Refused _ -> Optional.of(new NotTaken("Twilio does not have it"));
            case NotTaken _, Unknown _ -> Optional.of(new Unknown("Twilio cannot be asked"));
        };
    }

    private static Outcome search(JsonNode list, TextMessage message) {
        return list.path("messages")
                .valueStream()
                .filter(it -> it.path("body").asString("").equals(message.text()))
                .findFirst()
                .<Outcome>map(it -> new Accepted(it.path("sid").asString("")))
                .orElseGet(() -> new Refused("", false));
    }

    private JsonNode read(ResponseEntity<String> answer) {
        try {
            return json.readTree(answer.getBody() == null ? "{}" : answer.getBody());
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    private String authorization() {
        String pair = settings.accountSid() + ":" + settings.authToken();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
