package com.gmservices.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.notifications.MailServers;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.CarrierContract;
import com.gmservices.notifications.carrier.FakeVendor;
import com.gmservices.notifications.carrier.FakeVendor.Answer;
import com.gmservices.notifications.carrier.HttpAnswers;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SendGridCarrierTests extends CarrierContract<MailMessage> {

    static final FakeVendor VENDOR = new FakeVendor(new SendGridRules());

    @AfterAll
    static void close() {
        VENDOR.close();
    }

    @Override
    protected Carrier<MailMessage> of(Mood mood) throws IOException {
        switch (mood) {
            case WELL, DEAD_ADDRESS, WRONG_KEY, AWAY -> VENDOR.well();
            case REFUSING -> VENDOR.answering(Answer.json(413, "{\"errors\":[{\"message\":\"too large\"}]}"));
            case BUSY -> VENDOR.answering(new Answer(429, Map.of("Retry-After", "120"), "{}"));
            case BROKEN -> VENDOR.answering(Answer.json(500, "{}"));
            case SILENT -> VENDOR.silent();
        }
        String url = mood == Mood.AWAY ? "http://localhost:" + MailServers.freePort() : VENDOR.url();
        String key = mood == Mood.WRONG_KEY ? "SG.stolen" : SendGridRules.KEY;
        return carrier(key, url);
    }

    private static Carrier<MailMessage> carrier(String key, String url) {
        return new SendGridCarrier(
                new SendGridSettings(key, "", url),
                Mails.FROM,
                RestClient.builder(),
                new HttpAnswers(Clock.systemUTC()));
    }

    @Override
    protected MailMessage message(Mood mood) {
        return Mails.to(mood == Mood.DEAD_ADDRESS ? "ada@nowhere" : "ada@example.com");
    }

    @Override
    protected int taken() {
        return VENDOR.taken().size();
    }

    @Override
    protected int asked() {
        return VENDOR.asked();
    }

    @Test
    void tellsItsNameForTheMailAndHowLongToWait() throws IOException {
        assertThat(of(Mood.WELL).carry(message(Mood.WELL))).isEqualTo(new Accepted("14c5d75ce93"));
        assertThat(of(Mood.BUSY).carry(message(Mood.BUSY)))
                .isInstanceOfSatisfying(
                        NotTaken.class, busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
    }

    @Test
    void sendsWhatEndsThisKindOfMailAndWatchesNobody() throws IOException {
        MailMessage mail = message(Mood.WELL);
        of(Mood.WELL).carry(mail);

        JsonNode sent = new JsonMapper().readTree(VENDOR.taken().getLast().text());
        assertThat(sent.at("/headers/List-Unsubscribe").asString()).isEqualTo("<https://gm.example/u/1>");
        assertThat(sent.at("/headers/List-Unsubscribe-Post").asString()).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(sent.at("/tracking_settings/open_tracking/enable").asBoolean(true))
                .isFalse();
        assertThat(sent.at("/personalizations/0/custom_args/gm_mail").asString())
                .isEqualTo(mail.tenant() + "/" + mail.id());
    }
}
