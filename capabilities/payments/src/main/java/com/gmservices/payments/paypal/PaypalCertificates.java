package com.gmservices.payments.paypal;

import com.gmservices.outbound.Outbound;
import com.gmservices.payments.gateway.NoticeReader.Forged;
import com.gmservices.payments.vendor.Elsewhere;
import com.gmservices.payments.vendor.VendorSilent;
import com.gmservices.tenancy.RecentlySeen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates by which PayPal signs: from its own hosts only, and vouched for by somebody whom Java trusts. */
class PaypalCertificates {

    private static final String HOST = ".paypal.com";
    private static final String SANDBOX = ".sandbox.paypal.com";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int DNS = 2;

    private final Elsewhere elsewhere;
    private final Set<TrustAnchor> anchors;
    private final RecentlySeen<URI, List<X509Certificate>> seen = new RecentlySeen<>(100, KEPT);

    PaypalCertificates(Elsewhere elsewhere, Set<TrustAnchor> anchors) {
        this.elsewhere = elsewhere;
        this.anchors = Set.copyOf(anchors);
    }

    static Set<TrustAnchor> everybody() {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init((KeyStore) null);
            return Stream.of(managers.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                    .map(issuer -> new TrustAnchor(issuer, null))
                    .collect(Collectors.toSet());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param live a notice about real money is not signed in the sandbox */
    PublicKey key(@Nullable String address, boolean live, Instant now) throws Forged {
        List<X509Certificate> chain = chain(checked(address, live));
        X509Certificate leaf = chain.stream()
                .filter(PaypalCertificates::isPaypals)
                .findFirst()
                .orElseThrow(() -> new Forged("The certificate is not PayPal's"));
        try {
            CertPathBuilder.getInstance("PKIX").build(path(leaf, chain, now));
        } catch (GeneralSecurityException e) {
            throw new Forged("Nobody vouches for the certificate");
        }
        return leaf.getPublicKey();
    }

    private static URI checked(@Nullable String address, boolean live) throws Forged {
        URI uri = parsed(address);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean plain = uri.getRawUserInfo() == null && (uri.getPort() == -1 || uri.getPort() == 443);
        if (!"https".equalsIgnoreCase(uri.getScheme()) || !plain || !host.endsWith(HOST)) {
            throw new Forged("The certificate does not come from PayPal");
        }
        if (live && host.endsWith(SANDBOX)) {
            throw new Forged("The certificate is the sandbox's");
        }
        return uri;
    }

    private static URI parsed(@Nullable String address) throws Forged {
        try {
            return URI.create(address == null ? "" : address);
        } catch (IllegalArgumentException e) {
            throw new Forged("The certificate has no address");
        }
    }

    private List<X509Certificate> chain(URI address) throws Forged {
        List<X509Certificate> chain = seen.get(address, this::fetch);
        if (chain.isEmpty()) {
            seen.forget(address);
            throw new Forged("There is no certificate");
        }
        return chain;
    }

    /** Empty when what is there is none. */
    private List<X509Certificate> fetch(URI address) {
        try {
            Outbound.Answer answer = elsewhere.send(new Outbound.Call("GET", address, Map.of(), new byte[0]));
            if (answer.status() >= 500) {
                throw new VendorSilent("PayPal", "No certificate: " + answer.status());
            }
            return answer.status() == 200 ? certificates(answer.body()) : List.of();
        } catch (IOException e) {
            throw new VendorSilent("PayPal", "No certificate: " + e.getClass().getSimpleName());
        }
    }

    private static List<X509Certificate> certificates(byte[] pem) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    private static boolean isPaypals(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names != null
                    && names.stream()
                            .filter(name -> name.getFirst().equals(DNS))
                            .anyMatch(name -> name.get(1)
                                    .toString()
                                    .toLowerCase(Locale.ROOT)
                                    .endsWith(HOST));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PKIXBuilderParameters path(X509Certificate leaf, List<X509Certificate> chain, Instant now)
            throws GeneralSecurityException {
        var signing = new X509CertSelector();
        signing.setCertificate(leaf);
        var parameters = new PKIXBuilderParameters(anchors, signing);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        parameters.setDate(Date.from(now));
        parameters.setRevocationEnabled(false);
        return parameters;
    }
}
