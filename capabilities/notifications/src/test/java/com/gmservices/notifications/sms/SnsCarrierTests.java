package com.gmservices.notifications.sms;

import com.gmservices.notifications.MailServers;
import com.gmservices.notifications.carrier.AwsAnswers;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.CarrierContract;
import com.gmservices.notifications.carrier.FakeVendor;
import com.gmservices.notifications.carrier.FakeVendor.Answer;
import com.gmservices.notifications.carrier.FakeVendor.Request;
import com.gmservices.notifications.carrier.SignedForAws;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.sns.SnsClient;

class SnsCarrierTests extends CarrierContract<TextMessage> {

    static final FakeVendor VENDOR = new FakeVendor(SnsCarrierTests::rules);

    @BeforeAll
    static void giveCredentials() {
        SignedForAws.giveCredentials();
    }

    @AfterAll
    static void close() {
        VENDOR.close();
    }

    /** The reference of Publish. */
    private static Answer rules(Request request) {
        Map<String, String> form = request.form();
        if (!SignedForAws.fits(request, "sns")) {
            return failure(403, "SignatureDoesNotMatch");
        }
        boolean isSound = "Publish".equals(form.get("Action"))
                && "2010-03-31".equals(form.get("Version"))
                && form.getOrDefault("PhoneNumber", "").matches("\\+[1-9]\\d{6,14}")
                && !form.getOrDefault("Message", "").isEmpty()
                && form.containsValue("AWS.SNS.SMS.SMSType")
                && form.containsValue("Transactional");
        return isSound
                ? new Answer(
                        200,
                        Map.of("Content-Type", "text/xml"),
                        "<PublishResponse><PublishResult><MessageId>sns-1</MessageId></PublishResult></PublishResponse>")
                : failure(400, "InvalidParameter");
    }

    private static Answer failure(int status, String code) {
        return new Answer(
                status,
                Map.of("Content-Type", "text/xml"),
                "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>no</Message></Error></ErrorResponse>"
                        .formatted(code));
    }

    @Override
    protected Carrier<TextMessage> of(Mood mood) {
        switch (mood) {
            case WELL, AWAY -> VENDOR.well();
            case REFUSING -> VENDOR.answering(failure(400, "InvalidParameter"));
            case DEAD_ADDRESS -> VENDOR.answering(failure(400, "OptedOut"));
            case BUSY -> VENDOR.answering(failure(400, "Throttling"));
            case WRONG_KEY -> VENDOR.answering(failure(403, "InvalidClientTokenId"));
            case BROKEN -> VENDOR.answering(failure(500, "InternalError"));
            case SILENT -> VENDOR.silent();
        }
        String url = mood == Mood.AWAY ? "http://localhost:" + MailServers.freePort() : VENDOR.url();
        var settings = new SnsSettings("eu-west-1", "Harbour", url);
        return new SnsCarrier(settings, AwsAnswers.client(SnsClient.builder(), settings.region(), settings.url()));
    }

    @Override
    protected TextMessage message(Mood mood) {
        return new TextMessage(
                UUID.randomUUID(), "+33612345678", "Tomorrow at 9", Instant.now(), URI.create("https://gm.example/"));
    }

    @Override
    protected int taken() {
        return VENDOR.taken().size();
    }

    @Override
    protected int asked() {
        return VENDOR.asked();
    }
}
