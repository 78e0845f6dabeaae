package com.gmservices.notifications.report;

import static com.gmservices.notifications.Business.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.notifications.Business;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoJobs;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.board.NoticeBoard;
import com.gmservices.notifications.mail.SesSettings;
import com.gmservices.notifications.preference.Suppressions;
import com.gmservices.notifications.sms.TwilioSettings;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What carriers report, signed as they sign it, and what others would like us to believe. */
@SpringBootTest(
        properties = {
            "gm.mail.host=localhost",
            "gm.mail.port=9",
            "gm.mail.from=no-reply@gm.example",
            "gm.twilio.account-sid=AC0",
            "gm.twilio.auth-token=t0ken",
            "gm.twilio.from=+33600000000"
        })
@Import(NoJobs.class)
class ReportTests {

    static final KeyPair KEYS = keys();

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry settings) {
        settings.add(
                "gm.sendgrid.webhook-key",
                () -> Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
    }

    @Autowired
    Reports reports;

    @Autowired
    SendGridReports sendGrid;

    @Autowired
    NoticeBoard board;

    @Autowired
    Suppressions suppressions;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    Links links;

    @Autowired
    SnsCertificates certificates;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Business garage;
    CurrentMember ada;
    String address;

    @BeforeEach
    void tell() {
        garage = Business.found(tenants, members, "Harbour Garage");
        address = "ada-%s@example.com".formatted(UUID.randomUUID());
        ada = garage.customer("Ada", address);
        garage.tell(board, quote(ada, "q-1"));
        sent();
    }

    @Test
    void onlyWhatSendGridSignsNowIsTaken() {
        byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
        String now = String.valueOf(clock.instant().getEpochSecond());
        String old = String.valueOf(clock.instant().getEpochSecond() - 3600);

        sendGrid.verify(signed(now, body), now, body);
        assertThatThrownBy(() -> sendGrid.verify(signed(now, body), now, "[ ]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotificationsRefused.NotProven.class);
        assertThatThrownBy(() -> sendGrid.verify(signed(old, body), old, body))
                .isInstanceOf(NotificationsRefused.NotProven.class);
        assertThatThrownBy(() -> sendGrid.verify("none", now, body)).isInstanceOf(NotificationsRefused.NotProven.class);
        assertThatThrownBy(() -> sendGrid.verify(null, now, body)).isInstanceOf(NotificationsRefused.NotProven.class);
    }

    @Test
    void anAddressThatBouncedIsLeftAloneUntilStaffLiftIt() {
        report(Source.SENDGRID, event("delivered", ""));
        assertThat(state()).isEqualTo("delivered");
        String bounce = event("bounce", ",\"type\":\"bounce\",\"reason\":\"550 no such user\"");
        report(Source.SENDGRID, bounce);
        report(Source.SENDGRID, bounce);

        assertThat(state()).isEqualTo("bounced");
        assertThat(covers()).isTrue();
        garage.tell(board, quote(ada, "q-2"));
        assertThat(state()).isEqualTo("withheld");

        garage.in(() -> {
            suppressions.lift(garage.id(), ada.id(), Channel.MAIL, address.toUpperCase(Locale.ROOT));
            return true;
        });
        garage.tell(board, quote(ada, "q-3"));
        assertThat(state()).isEqualTo("waiting");
    }

    @Test
    void aMailboxThatIsFullIsNoDeadAddress() {
        report(Source.SENDGRID, event("bounce", ",\"type\":\"blocked\",\"reason\":\"452 full\""));

        assertThat(state()).isEqualTo("failed");
        assertThat(covers()).isFalse();
    }

    @Test
    void whatAMailServerSaysOfItselfStopsNothing() {
        report(
                Source.SENDGRID,
                event("bounce", ",\"type\":\"blocked\",\"reason\":\"452\\u0000%s\"".formatted("full ".repeat(1_000))));

        assertThat(state()).isEqualTo("failed");
    }

    @Test
    void aReportIsForgottenOnceItIsWorked() {
        report(Source.SENDGRID, event("delivered", ""));

        assertThat(platform.sql("select count(*) from notifications.report where body like ?")
                        .param("%" + address + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNoneOfOursDoesNothing() {
        report(
                Source.SENDGRID,
                "[{\"event\":\"bounce\",\"gm_mail\":\"../../x\"},{\"event\":\"bounce\",\"gm_mail\":\"-/%s\"},{\"event\":\"open\"}]"
                        .formatted("-".repeat(36)));
        report(Source.SENDGRID, event("bounce", ",\"type\":\"bounce\"").replace(mark(), "-/" + UUID.randomUUID()));

        assertThat(state()).isEqualTo("sent");
    }

    @Test
    void sesReportsThroughItsTopic() {
        report(Source.SES, """
                {"eventType":"Complaint","mail":{"messageId":"1","tags":{"gm_mail":["%s"]}},"complaint":{}}
                """.formatted(mark().replace('/', '_')));

        assertThat(covers()).isTrue();
        assertThat(state()).isEqualTo("delivered");
    }

    @Test
    void onlyAmazonIsAskedForItsCertificate() {
        assertThat(SnsCertificates.isOfAmazon("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem"))
                .isTrue();
        for (String evil : new String[] {
            "http://sns.eu-west-1.amazonaws.com/a.pem",
            "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem",
            "https://evil.example/sns.eu-west-1.amazonaws.com.pem",
            "https://sns.eu-west-1.amazonaws.com@evil.example/a.pem",
            "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
            "https://bucket.s3.eu-west-1.amazonaws.com/a.pem",
            "not an address"
        }) {
            assertThat(SnsCertificates.isOfAmazon(evil)).as(evil).isFalse();
        }
        var ses = new SesReports(new SesSettings("eu-west-1", null, "arn:aws:sns:1", false, null), certificates, json);
        assertThatThrownBy(() ->
                        ses.verify("{\"TopicArn\":\"arn:aws:sns:1\",\"Type\":\"Notification\",\"Message\":\"x\"}"))
                .isInstanceOf(NotificationsRefused.NotProven.class);
        assertThatThrownBy(() -> ses.verify("<xml>")).isInstanceOf(NotificationsRefused.NotProven.class);
    }

    @Test
    void twilioSignsTheAddressAndTheForm() throws GeneralSecurityException {
        var twilio =
                new TwilioReports(new TwilioSettings("AC0", "t0ken", "+33600000000", "https://api.twilio.com"), links);
        String query = "mark=" + mark();
        byte[] form = "MessageStatus=delivered&MessageSid=SM1&To=%2B33612345678".getBytes(StandardCharsets.UTF_8);
        String text = links.platform("/api/v1/webhooks/in/twilio?" + query)
                + "MessageSidSM1MessageStatusdeliveredTo+33612345678";
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("t0ken".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));

        twilio.verify(signature, query, form);
        assertThatThrownBy(() -> twilio.verify(signature, query + "0", form))
                .isInstanceOf(NotificationsRefused.NotProven.class);
        assertThatThrownBy(() -> twilio.verify("", query, form)).isInstanceOf(NotificationsRefused.NotProven.class);
        report(Source.TWILIO, query + "\nMessageStatus=undelivered&ErrorCode=30005");
        assertThat(state()).isEqualTo("bounced");
    }

    private void report(Source source, String body) {
        reports.work(reports.keep(source, body.getBytes(StandardCharsets.UTF_8)));
    }

    private String event(String type, String more) {
        return "[{\"email\":\"%s\",\"event\":\"%s\",\"gm_mail\":\"%s\"%s}]".formatted(address, type, mark(), more);
    }

    private String mark() {
        UUID id = platform.sql("select id from notifications.delivery where tenant_id = ? order by id limit 1")
                .param(garage.id().value())
                .query(UUID.class)
                .single();
        return garage.id() + "/" + id;
    }

    private String state() {
        return platform.sql("select state from notifications.delivery where tenant_id = ? order by id desc limit 1")
                .param(garage.id().value())
                .query(String.class)
                .single();
    }

    private boolean covers() {
        return garage.in(() -> suppressions.covers(garage.id(), Channel.MAIL, address));
    }

    private void sent() {
        garage.in(() -> transactions.execute(
                status -> jdbc.sql("update notifications.delivery set state = 'sent', attempts = 1 where tenant_id = ?")
                        .param(garage.id().value())
                        .update()));
    }

    private static String signed(String timestamp, byte[] body) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(KEYS.getPrivate());
            signer.update(timestamp.getBytes(StandardCharsets.UTF_8));
            signer.update(body);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
