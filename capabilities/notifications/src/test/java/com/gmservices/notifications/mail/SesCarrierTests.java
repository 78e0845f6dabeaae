package com.gmservices.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.notifications.MailServers;
import com.gmservices.notifications.carrier.AwsAnswers;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.CarrierContract;
import com.gmservices.notifications.carrier.FakeVendor;
import com.gmservices.notifications.carrier.FakeVendor.Answer;
import com.gmservices.notifications.carrier.FakeVendor.Request;
import com.gmservices.notifications.carrier.SignedForAws;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SesCarrierTests extends CarrierContract<MailMessage> {

    static final FakeVendor VENDOR = new FakeVendor(SesCarrierTests::rules);

    private static final Set<String> FIELDS =
            Set.of("FromEmailAddress", "Destination", "Content", "EmailTags", "ConfigurationSetName");

    @BeforeAll
    static void giveCredentials() {
        SignedForAws.giveCredentials();
    }

    @AfterAll
    static void close() {
        VENDOR.close();
    }

    /** The reference of SendEmail, API v2. */
    private static Answer rules(Request request) {
        if (!SignedForAws.fits(request, "ses")) {
            return failure(403, "SignatureDoesNotMatch");
        }
        JsonNode mail = new JsonMapper().readTree(request.text());
        boolean isSound = request.uri().getPath().equals("/v2/email/outbound-emails")
                && FIELDS.containsAll(mail.propertyNames())
                && mail.at("/Destination/ToAddresses/0").asString("").contains("@")
                && !mail.at("/Content/Simple/Subject/Data").asString("").isEmpty()
                && !mail.at("/Content/Simple/Body/Html/Data").asString("").isEmpty()
                && mail.at("/EmailTags/0/Value").asString("").matches("[A-Za-z0-9_-]{1,256}")
                && mail.at("/Content/Simple/Headers")
                        .valueStream()
                        .allMatch(header -> header.path("Value").asString("").length() < 870);
        return isSound ? Answer.json(200, "{\"MessageId\":\"0100018c-ses\"}") : failure(400, "BadRequestException");
    }

    private static Answer failure(int status, String type) {
        return new Answer(
                status, Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type), "{\"message\":\"no\"}");
    }

    @Override
    protected Carrier<MailMessage> of(Mood mood) {
        switch (mood) {
            case WELL, DEAD_ADDRESS, AWAY -> VENDOR.well();
            case REFUSING -> VENDOR.answering(failure(400, "MessageRejected"));
            case BUSY -> VENDOR.answering(failure(429, "TooManyRequestsException"));
            case WRONG_KEY -> VENDOR.answering(failure(403, "InvalidClientTokenId"));
            case BROKEN -> VENDOR.answering(failure(500, "InternalFailure"));
            case SILENT -> VENDOR.silent();
        }
        String url = mood == Mood.AWAY ? "http://localhost:" + MailServers.freePort() : VENDOR.url();
        var settings = new SesSettings("eu-west-1", "reports", "", false, url);
        return new SesCarrier(
                settings, Mails.FROM, AwsAnswers.client(SesV2Client.builder(), settings.region(), settings.url()));
    }

    @Override
    protected MailMessage message(Mood mood) {
        return Mails.to(mood == Mood.DEAD_ADDRESS ? "ada at home" : "ada@example.com");
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
    void sendsTheNameOfTheBusinessAndWhatEndsThisKindOfMail() {
        MailMessage mail = message(Mood.WELL);
        of(Mood.WELL).carry(mail);

        JsonNode sent = new JsonMapper().readTree(VENDOR.taken().getLast().text());
        assertThat(sent.path("FromEmailAddress").asString())
                .startsWith("=?UTF-8?")
                .endsWith("<no-reply@gm.example>");
        assertThat(sent.at("/Content/Simple/Headers").toString()).contains("List-Unsubscribe-Post");
        assertThat(sent.at("/EmailTags/0/Value").asString()).isEqualTo(mail.tenant() + "_" + mail.id());
        assertThat(sent.path("ConfigurationSetName").asString()).isEqualTo("reports");
    }
}
