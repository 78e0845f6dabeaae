package com.gmservices.payments.paypal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** Vouches for certificates, as one does whom Java trusts: written out in DER (RFC 5280), as Java has no other way. */
final class Authority {

    private static final byte[] RSA = der(0x30, hex("06092A864886F70D01010B"), hex("0500"));
    private static final byte[] CA = hex("300F0603551D130101FF040530030101FF");
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CENTURY = Duration.ofDays(36_500);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String name;
    private final KeyPair keys = keys();
    private final X509Certificate own;

    Authority(String name) {
        this.name = name;
        this.own = certificate(name, keys.getPublic(), CA, LONG_AGO, CENTURY);
    }

    private Authority(String name, Authority above) {
        this.name = name;
        this.own = above.certificate(name, keys.getPublic(), CA, LONG_AGO, CENTURY);
    }

    Authority below(String name) {
        return new Authority(name, this);
    }

    Set<TrustAnchor> anchors() {
        return Set.of(new TrustAnchor(own, null));
    }

    /** @param begin from when on it is good, for a day */
    Signer signer(String host, Instant begin) {
        KeyPair pair = keys();
        byte[] names = der(0x04, der(0x30, der(0x82, host.getBytes(US_ASCII))));
        byte[] extension = der(0x30, hex("0603551D11"), names);
        return new Signer(
                pair.getPrivate(),
                pem(certificate(host, pair.getPublic(), extension, begin, Duration.ofDays(1))) + pem(own));
    }

    /** @param pem its certificate, and that of who vouches for it */
    record Signer(PrivateKey key, String pem) {

        String sign(String text) {
            return Base64.getEncoder().encodeToString(Authority.sign(key, text.getBytes(UTF_8)));
        }
    }

    private X509Certificate certificate(String subject, PublicKey key, byte[] extension, Instant begin, Duration good) {
        byte[] body = der(
                0x30,
                hex("A003020102"),
                der(0x02, Long.toString(System.nanoTime()).getBytes(US_ASCII)),
                RSA,
                name(name),
                der(0x30, time(begin.minusSeconds(60)), time(begin.plus(good))),
                name(subject),
                key.getEncoded(),
                der(0xA3, der(0x30, extension)));
        byte[] signature = sign(keys.getPrivate(), body);
        return parse(der(0x30, body, RSA, der(0x03, new byte[1], signature)));
    }

    private static byte[] name(String common) {
        return der(0x30, der(0x31, der(0x30, hex("0603550403"), der(0x0C, common.getBytes(UTF_8)))));
    }

    private static byte[] time(Instant at) {
        return der(0x18, TIME.format(at).getBytes(US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (content.size() < 128) {
            whole.write(content.size());
        } else {
            whole.write(0x82);
            whole.write(content.size() >> 8);
            whole.write(content.size());
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                    .formatted(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
