package com.gmservices.notifications.report;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A message of Amazon SNS, signed over the names and values of some of its fields in their order. */
record SnsMessage(JsonNode fields) {

    private static final List<String> OF_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_SUBSCRIPTION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private static final String VERSION_1 = "1";

    /** By the version of the signature, which is 1 unless the topic says otherwise. */
    private static final Map<String, String> ALGORITHMS = Map.of(VERSION_1, "SHA1withRSA", "2", "SHA256withRSA");

    String get(String name) {
        return fields.path(name).asString("");
    }

    boolean isNotification() {
        return get("Type").equals("Notification");
    }

    boolean isSubscription() {
        return get("Type").equals("SubscriptionConfirmation");
    }

    /** By SHA-1, for which two messages of the same sum can be made. */
    boolean isSignedWeakly() {
        return get("SignatureVersion").equals(VERSION_1);
    }

    boolean isSignedBy(X509Certificate certificate) {
        String algorithm = ALGORITHMS.get(get("SignatureVersion"));
        if (algorithm == null) {
            return false;
        }
        try {
            certificate.checkValidity();
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(certificate);
            verifier.update(signed().getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(get("Signature")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private String signed() {
        var signed = new StringBuilder();
        for (String name : isNotification() ? OF_NOTIFICATION : OF_SUBSCRIPTION) {
            if (fields.hasNonNull(name)) {
                signed.append(name).append('\n').append(get(name)).append('\n');
            }
        }
        return signed.toString();
    }
}
