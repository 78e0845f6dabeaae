package com.gmservices.notifications.mail;

import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.HttpAnswers;
import com.gmservices.notifications.carrier.Outcome;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** SendGrid, API v3. */
public final class SendGridCarrier implements Carrier<MailMessage> {

    /** The name under which our mark travels with a mail and comes back with its reports. */
    public static final String MARK = "gm_mail";

    private final SendGridSettings settings;
    private final String from;
    private final HttpAnswers answers;
    private final SendGrid sendGrid;

    public SendGridCarrier(SendGridSettings settings, String from, RestClient.Builder clients, HttpAnswers answers) {
        this.settings = settings;
        this.from = from;
        this.answers = answers;
        this.sendGrid = HttpAnswers.client(SendGrid.class, clients.baseUrl(settings.url()));
    }

    @Override
    public String name() {
        return "sendgrid";
    }

    @Override
    public Outcome carry(MailMessage mail) {
        return answers.to(
                () -> sendGrid.send("Bearer " + settings.apiKey(), toSendGrid(mail)), SendGridCarrier::outcome);
    }

    private static Outcome outcome(ResponseEntity<String> answer) {
        return answer.getStatusCode().isSameCodeAs(HttpStatus.ACCEPTED)
                ? new Accepted(answer.getHeaders().getFirst("X-Message-Id"))
                : new Refused("%s %s".formatted(answer.getStatusCode().value(), answer.getBody()), isDead(answer));
    }

    /** Of all that can be wrong with a mail, SendGrid says by the field which is the address. */
    private static boolean isDead(ResponseEntity<String> answer) {
        String body = String.valueOf(answer.getBody());
        return answer.getStatusCode().isSameCodeAs(HttpStatus.BAD_REQUEST) && body.contains("personalizations.0.to");
    }

    private SendGrid.Mail toSendGrid(MailMessage mail) {
        return new SendGrid.Mail(
                List.of(new SendGrid.Personalization(
                        List.of(new SendGrid.Recipient(mail.to())), Map.of(MARK, mail.mark()))),
                new SendGrid.Address(from, mail.sender()),
                mail.subject(),
                List.of(
                        new SendGrid.Content("text/plain", mail.text()),
                        new SendGrid.Content("text/html", mail.html())),
                mail.headers(),
                SendGrid.Tracking.NONE);
    }
}
