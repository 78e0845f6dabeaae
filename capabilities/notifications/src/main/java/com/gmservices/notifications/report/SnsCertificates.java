package com.gmservices.notifications.report;

import com.gmservices.outbound.Outbound;
import com.gmservices.tenancy.RecentlySeen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Calls Amazon SNS back, and nobody else: for the certificate that a message names, and to confirm a subscription. */
@Component
class SnsCertificates {

    private static final Pattern HOST = Pattern.compile("sns\\.[a-z]{2}(-[a-z]+){1,3}-\\d\\.amazonaws\\.com(\\.cn)?");

    private final Function<URI, Optional<byte[]>> amazon;
    private final RecentlySeen<String, Optional<X509Certificate>> known = new RecentlySeen<>(20, Duration.ofHours(1));

    @Autowired
    SnsCertificates(Outbound outbound) {
        this(address -> ask(outbound, address));
    }

    /** @param amazon what is found there; only addresses of SNS are asked for */
    SnsCertificates(Function<URI, Optional<byte[]>> amazon) {
        this.amazon = amazon;
    }

    Optional<X509Certificate> at(String address) {
        return isOfAmazon(address) && address.endsWith(".pem")
                ? known.get(address, it -> amazon.apply(URI.create(it)).flatMap(SnsCertificates::certificate))
                : Optional.empty();
    }

    boolean confirm(String address) {
        return isOfAmazon(address) && amazon.apply(URI.create(address)).isPresent();
    }

    static boolean isOfAmazon(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPort() == -1
                    && HOST.matcher(uri.getHost()).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<byte[]> ask(Outbound outbound, URI address) {
        try {
            Outbound.Answer answer = outbound.send(new Outbound.Call("GET", address, Map.of(), new byte[0]));
            return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> certificate(byte[] pem) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
