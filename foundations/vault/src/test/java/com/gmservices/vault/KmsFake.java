package com.gmservices.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypt and Decrypt of AWS KMS in JSON 1.1, for whoever signs with the right secret (Signature Version 4,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
final class KmsFake implements AutoCloseable {

    static final String KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    static final String ARN = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static final String REGION = "eu-west-1";
    private static final byte[] MASTER = new byte[32];

    private final JsonMapper json = JsonMapper.shared();
    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable String failure;

    KmsFake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on every call fails so; null mends it. */
    void failWith(@Nullable String type) {
        failure = type;
    }

    int calls() {
        return calls.get();
    }

    private void serve(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        calls.incrementAndGet();
        try {
            if (failure != null) {
                refuse(call, 400, failure);
            } else if (!signature(call, body).equals(part(call, "Signature="))) {
                refuse(call, 400, "InvalidSignatureException");
            } else {
                answer(call, json.readTree(body));
            }
        } catch (GeneralSecurityException e) {
            refuse(call, 400, "InvalidCiphertextException");
        }
    }

    private void answer(HttpExchange call, JsonNode wish) throws IOException, GeneralSecurityException {
        if (!wish.path("KeyId").asString().equals(ARN)) {
            refuse(call, 400, "NotFoundException");
            return;
        }
        var aead = new AesGcmJce(MASTER);
        byte[] context = wish.path("EncryptionContext").toString().getBytes(UTF_8);
        Map<String, Object> answer =
                new LinkedHashMap<>(Map.of("KeyId", ARN, "EncryptionAlgorithm", "SYMMETRIC_DEFAULT"));
        switch (header(call, "X-Amz-Target")) {
            case "TrentService.Encrypt" ->
                answer.put("CiphertextBlob", aead.encrypt(bytes(wish, "Plaintext"), context));
            case "TrentService.Decrypt" ->
                answer.put("Plaintext", aead.decrypt(bytes(wish, "CiphertextBlob"), context));
            default -> answer.clear();
        }
        send(call, 200, json.writeValueAsBytes(answer));
    }

    private static byte[] bytes(JsonNode wish, String field) {
        return Base64.getDecoder().decode(wish.path(field).asString());
    }

    private void refuse(HttpExchange call, int status, String type) throws IOException {
        send(call, status, json.writeValueAsBytes(Map.of("__type", type, "message", "It is said to be so.")));
    }

    private static void send(HttpExchange call, int status, byte[] body) throws IOException {
        call.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static String header(HttpExchange call, String name) {
        String value = call.getRequestHeaders().getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Of {@code AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…}. */
    private static String part(HttpExchange call, String name) {
        return Stream.of(header(call, "Authorization").split("[ ,]+", -1))
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    private static String signature(HttpExchange call, byte[] body) throws GeneralSecurityException {
        var signed = new TreeMap<String, String>();
        for (String name : part(call, "SignedHeaders=").split(";", -1)) {
            signed.put(name, header(call, name));
        }
        String canonical = Stream.of(
                        call.getRequestMethod(),
                        call.getRequestURI().getPath(),
                        "",
                        signed.entrySet().stream()
                                .map(entry -> entry.getKey() + ":" + entry.getValue() + "\n")
                                .collect(Collectors.joining()),
                        String.join(";", signed.keySet()),
                        hash(body))
                .collect(Collectors.joining("\n"));
        String time = header(call, "X-Amz-Date");
        String day = time.substring(0, 8);
        String scope = day + "/" + REGION + "/kms/aws4_request";
        if (!part(call, "Credential=").equals(KEY_ID + "/" + scope)) {
            return "of somebody else";
        }
        byte[] key = ("AWS4" + SECRET).getBytes(UTF_8);
        for (String step : new String[] {day, REGION, "kms", "aws4_request"}) {
            key = hmac(key, step);
        }
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hash(canonical.getBytes(UTF_8)));
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
