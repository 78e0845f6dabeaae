package com.gmservices.notifications.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.mail.SesSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What SNS brings, signed as its documentation says, with certificates made here and found where Amazon has its own. */
class SesReportsTests {

    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:ses";
    private static final String HOST = "https://sns.eu-west-1.amazonaws.com/";
    private static final String CERTIFICATE = HOST + "SimpleNotificationService-9.pem";
    private static final String EXPIRED = HOST + "SimpleNotificationService-1.pem";
    private static final String CONFIRM = HOST + "?Action=ConfirmSubscription&Token=t0ken";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static KeyStore keys = store();

    private final JsonMapper json = new JsonMapper();
    private final List<String> asked = new ArrayList<>();
    private final SesReports reports = reports(false);

    @BeforeAll
    static void make(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        keytool(file, "valid", "-validity", "30");
        keytool(file, "expired", "-startdate", "-90d", "-validity", "30");
        keys = KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"1, Amazon SES", "2, Amazon SES", "2,"})
    void takesWhatSnsHasSigned(String version, String subject) throws Exception {
        Map<String, String> message = notification(version);
        if (subject == null) {
            message.remove("Subject");
        }

        assertThat(reports(true).verify(signed(message, key("valid")))).hasValue("{\"eventType\":\"Bounce\"}");
    }

    @Test
    void takesNothingThatIsSignedBySha1UnlessTheSettingsSaySo() throws Exception {
        assertRefused(signed(notification("1"), key("valid")));

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Message", "Timestamp", "Subject", "MessageId", "SignatureVersion"})
    void refusesWhatWasAlteredOnTheWay(String field) throws Exception {
        Map<String, String> message = notification("2");
        message.put("Signature", signature(message, key("valid")));
        message.merge(field, "1", String::concat);

        assertRefused(json.writeValueAsString(message));
    }

    @Test
    void refusesWhatIsSignedByAnotherKeyOrOldOneOrForAnotherTopic() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        assertRefused(signed(notification("2"), generator.generateKeyPair().getPrivate()));

        Map<String, String> old = notification("2");
        old.put("SigningCertURL", EXPIRED);
        assertRefused(signed(old, key("expired")));

        Map<String, String> other = notification("2");
        other.put("TopicArn", TOPIC + "2");
        assertRefused(signed(other, key("valid")));
    }

    @Test
    void asksNobodyElseForTheCertificate() throws Exception {
        Map<String, String> message = notification("2");
        message.put("SigningCertURL", CERTIFICATE.replace("amazonaws.com", "amazonaws.com.evil.example"));

        assertRefused(signed(message, key("valid")));

        assertThat(asked).isEmpty();
    }

    @Test
    void confirmsASubscriptionThatIsSignedAndNobodyElses() throws Exception {
        Map<String, String> message = subscription(CONFIRM);
        assertThat(reports.verify(signed(message, key("valid")))).isEmpty();
        assertThat(asked).containsExactly(CERTIFICATE, CONFIRM);

        assertThat(reports.verify(signed(subscription("https://evil.example/"), key("valid"))))
                .isEmpty();
        assertThat(asked).hasSize(2);
    }

    private SesReports reports(boolean signatureV1) {
        return new SesReports(
                new SesSettings("eu-west-1", null, TOPIC, signatureV1, null), new SnsCertificates(this::amazon), json);
    }

    private Optional<byte[]> amazon(URI address) {
        asked.add(address.toString());
        return switch (address.toString()) {
            case CERTIFICATE -> Optional.of(pem("valid"));
            case EXPIRED -> Optional.of(pem("expired"));
            case CONFIRM -> Optional.of(new byte[0]);
            default -> Optional.empty();
        };
    }

    private void assertRefused(String body) {
        assertThatExceptionOfType(NotificationsRefused.NotProven.class).isThrownBy(() -> reports.verify(body));
    }

    private static Map<String, String> notification(String version) {
        var message = new LinkedHashMap<String, String>();
        message.put("Type", "Notification");
        message.put("MessageId", "da41e39f-ea4d-435a-b922-c6aae3915ebe");
        message.put("TopicArn", TOPIC);
        message.put("Subject", "Amazon SES Email Event Notification");
        message.put("Message", "{\"eventType\":\"Bounce\"}");
        message.put("Timestamp", "2026-11-29T12:00:00.000Z");
        message.put("SignatureVersion", version);
        message.put("SigningCertURL", CERTIFICATE);
        return message;
    }

    private static Map<String, String> subscription(String confirm) {
        var message = notification("2");
        message.remove("Subject");
        message.put("Type", "SubscriptionConfirmation");
        message.put("Token", "t0ken");
        message.put("SubscribeURL", confirm);
        return message;
    }

    private String signed(Map<String, String> message, PrivateKey key) throws Exception {
        message.put("Signature", signature(message, key));
        return json.writeValueAsString(message);
    }

    /** Names and values line by line, of the fields that are there, by the order of their names. */
    private static String signature(Map<String, String> message, PrivateKey key) throws Exception {
        var text = new StringBuilder();
        message.entrySet().stream()
                .filter(field -> !List.of("SignatureVersion", "Signature", "SigningCertURL")
                        .contains(field.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> text.append("%s\n%s\n".formatted(field.getKey(), field.getValue())));
        Signature signer =
                Signature.getInstance("2".equals(message.get("SignatureVersion")) ? "SHA256withRSA" : "SHA1withRSA");
        signer.initSign(key);
        signer.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signer.sign());
    }

    private static PrivateKey key(String alias) throws Exception {
        return (PrivateKey) keys.getKey(alias, PASSWORD);
    }

    private static byte[] pem(String alias) {
        try {
            return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                    .formatted(Base64.getMimeEncoder()
                            .encodeToString(keys.getCertificate(alias).getEncoded()))
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore store() {
        try {
            return KeyStore.getInstance("PKCS12");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void keytool(Path file, String alias, String... validity) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "RSA",
                "-dname",
                "CN=sns.amazonaws.com",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(validity));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
