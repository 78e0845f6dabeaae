package com.gmservices.notifications.carrier;

import com.gmservices.notifications.carrier.FakeVendor.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a signature of version 4 as Amazon does (docs.aws.amazon.com, "Create a signed AWS API request"). */
public final class SignedForAws {

    public static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, SignedHeaders=([^,]+), Signature=(\\w{64})");

    private SignedForAws() {}

    /** Where AWS's tools look for credentials. */
    public static void giveCredentials() {
        System.setProperty("aws.accessKeyId", KEY);
        System.setProperty("aws.secretAccessKey", SECRET);
    }

    public static boolean fits(Request request, String service) {
        Matcher parts = AUTHORIZATION.matcher(request.header("authorization"));
        if (!parts.matches() || !parts.group(1).equals(KEY) || !parts.group(4).equals(service)) {
            return false;
        }
        try {
            String scope = "%s/%s/%s/aws4_request".formatted(parts.group(2), parts.group(3), service);
            String text = String.join(
                    "\n",
                    "AWS4-HMAC-SHA256",
                    request.header("x-amz-date"),
                    scope,
                    hex(sha256(canonical(request, parts.group(5)).getBytes(StandardCharsets.UTF_8))));
            byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
            for (String step : scope.split("/", -1)) {
                key = hmac(key, step);
            }
            return hex(hmac(key, text)).equals(parts.group(6));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String canonical(Request request, String signed) throws GeneralSecurityException {
        String headers = Stream.of(signed.split(";", -1))
                .map(name -> name + ":" + request.header(name).strip() + "\n")
                .collect(Collectors.joining());
        Map<String, String> query = new TreeMap<>(request.query());
        return String.join(
                "\n",
                request.method(),
                request.uri().getRawPath(),
                query.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining("&")),
                headers,
                signed,
                hex(sha256(request.body())));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
