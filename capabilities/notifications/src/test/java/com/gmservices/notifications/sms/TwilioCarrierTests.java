package com.gmservices.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.notifications.MailServers;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.CarrierContract;
import com.gmservices.notifications.carrier.FakeVendor;
import com.gmservices.notifications.carrier.FakeVendor.Answer;
import com.gmservices.notifications.carrier.HttpAnswers;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

class TwilioCarrierTests extends CarrierContract<TextMessage> {

    static final FakeVendor VENDOR = new FakeVendor(new TwilioRules());

    @AfterAll
    static void close() {
        VENDOR.close();
    }

    @Override
    protected Carrier<TextMessage> of(Mood mood) {
        switch (mood) {
            case WELL, DEAD_ADDRESS, WRONG_KEY, AWAY -> VENDOR.well();
            case REFUSING -> VENDOR.answering(Answer.json(400, "{\"code\":21606,\"message\":\"From\"}"));
            case BUSY -> VENDOR.answering(new Answer(429, Map.of("Retry-After", "7"), "{\"code\":20429}"));
            case BROKEN -> VENDOR.answering(Answer.json(500, "{}"));
            case SILENT -> VENDOR.silent();
        }
        String url = mood == Mood.AWAY ? "http://localhost:" + MailServers.freePort() : VENDOR.url();
        String token = mood == Mood.WRONG_KEY ? "stolen" : TwilioRules.TOKEN;
        return new TwilioCarrier(
                new TwilioSettings(TwilioRules.SID, token, "+33600000000", url),
                RestClient.builder(),
                new HttpAnswers(Clock.systemUTC()),
                new JsonMapper());
    }

    @Override
    protected TextMessage message(Mood mood) {
        return new TextMessage(
                UUID.randomUUID(),
                mood == Mood.DEAD_ADDRESS ? "12" : "+33612345678",
                "Harbour: tomorrow at 9 " + UUID.randomUUID(),
                Instant.now(),
                URI.create("https://gm.example/api/v1/webhooks/in/twilio?mark=a/b"));
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
    void ofAMessageThatItMayHaveItIsAsked() {
        TextMessage message = message(Mood.WELL);

        assertThat(of(Mood.WELL).whatBecameOf(message)).containsInstanceOf(NotTaken.class);
        of(Mood.WELL).carry(message);
        assertThat(of(Mood.WELL).whatBecameOf(message)).containsInstanceOf(Accepted.class);
        assertThat(of(Mood.SILENT).whatBecameOf(message)).containsInstanceOf(Unknown.class);
    }
}
