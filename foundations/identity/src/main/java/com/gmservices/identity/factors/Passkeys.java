package com.gmservices.identity.factors;

import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Links;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The two ceremonies of WebAuthn (level 3). As a first factor a passkey has to have asked its owner for finger, face or
 * PIN, and then is two factors in one; after the password having it is enough.
 */
@Component
public class Passkeys {

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

    private static final int LONGEST = 20_000;
    private static final long PATIENCE = 300_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            algorithm(COSEAlgorithmIdentifier.ES256),
            algorithm(COSEAlgorithmIdentifier.EdDSA),
            algorithm(COSEAlgorithmIdentifier.RS256));

    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager();
    private final PasskeyRows rows;
    private final URI site;

    Passkeys(PasskeyRows rows, Links links) {
        this.rows = rows;
        this.site = links.platform("");
    }

    public static byte[] nonce() {
        byte[] nonce = new byte[32];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    /** What {@code navigator.credentials.create} is asked; its names are the standard's. */
    public Map<String, Object> creation(CurrentIdentity person, byte[] nonce) {
        return Map.of(
                "challenge",
                encode(nonce),
                "rp",
                Map.of("id", site.getHost(), "name", "GM Services"),
                "user",
                Map.of("id", encode(handle(person.id())), "name", person.email(), "displayName", person.name()),
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(it ->
                                Map.of("type", "public-key", "alg", it.getAlg().getValue()))
                        .toList(),
                "timeout",
                PATIENCE,
                "excludeCredentials",
                descriptors(person.id()),
                "authenticatorSelection",
                Map.of("residentKey", "preferred", "userVerification", "preferred"),
                "attestation",
                "none");
    }

    /** What {@code navigator.credentials.get} is asked: of somebody who is known by now, or of whoever it is. */
    public Map<String, Object> request(Optional<IdentityId> person, byte[] nonce) {
        return Map.of(
                "challenge",
                encode(nonce),
                "rpId",
                site.getHost(),
                "timeout",
                PATIENCE,
                "allowCredentials",
                person.map(this::descriptors).orElse(List.of()),
                "userVerification",
                person.isPresent() ? "preferred" : "required");
    }

    void register(CurrentIdentity person, String name, byte[] nonce, String credential) {
        boolean added = attempt(credential, () -> registered(nonce, credential))
                .filter(key -> rows.add(person.id(), name, key))
                .isPresent();
        if (!added) {
            throw new FactorRefused.PasskeyUnfit();
        }
    }

    private CredentialRecord registered(byte[] nonce, String credential) {
        RegistrationData data = webAuthn.verifyRegistrationResponseJSON(
                credential, new RegistrationParameters(server(nonce), ALGORITHMS, false, true));
        AttestationObject attestation = data.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("No attestation");
        }
        return new CredentialRecordImpl(
                attestation, data.getCollectedClientData(), data.getClientExtensions(), data.getTransports());
    }

    /** Whose passkey has signed the nonce; empty if it is nobody's, or not the one of who is expected. */
    public Optional<IdentityId> authenticate(Optional<IdentityId> expected, byte[] nonce, String credential) {
        return attempt(credential, () -> webAuthn.parseAuthenticationResponseJSON(credential))
                .flatMap(answer -> Optional.ofNullable(answer.getCredentialId())
                        .flatMap(rows::find)
                        .filter(known -> expected.isEmpty() || expected.get().equals(known.identity()))
                        .filter(known -> isHandleOf(known.identity(), Optional.ofNullable(answer.getUserHandle())))
                        .filter(known -> isSigned(known, answer, nonce, expected.isEmpty()))
                        .map(PasskeyRows.Known::identity));
    }

    private boolean isSigned(PasskeyRows.Known known, AuthenticationData answer, byte[] nonce, boolean verified) {
        var rules = new AuthenticationParameters(server(nonce), known.credential(), null, verified, true);
        boolean signed = attempt("", () -> webAuthn.verify(answer, rules)).isPresent();
        if (signed) {
            rows.used(known.id(), known.credential());
        }
        return signed;
    }

    private static boolean isHandleOf(IdentityId identity, Optional<byte[]> handle) {
        return handle.filter(it -> it.length > 0 && !Arrays.equals(it, handle(identity)))
                .isEmpty();
    }

    /** Whatever a stranger sends is a wrong answer, and never a fault of ours: the library trips over what is left out. */
    private static <T> Optional<T> attempt(String credential, Supplier<T> work) {
        try {
            return credential.length() > LONGEST ? Optional.empty() : Optional.of(work.get());
        } catch (RuntimeException unfit) {
            log.debug("A passkey was refused", unfit);
            return Optional.empty();
        }
    }

    private ServerProperty server(byte[] nonce) {
        return ServerProperty.builder()
                .originPredicate(this::isOurs)
                .rpId(site.getHost())
                .challenge(new DefaultChallenge(nonce))
                .build();
    }

    /** A laptop may serve at any port of itself. */
    private boolean isOurs(Origin origin) {
        boolean sameHost =
                site.getHost().equals(origin.getHost()) && site.getScheme().equals(origin.getScheme());
        return sameHost && (site.getHost().equals("localhost") || origin.equals(Origin.create(site.toString())));
    }

    private List<Map<String, Object>> descriptors(IdentityId identity) {
        return rows.credentialIds(identity).stream()
                .map(id -> Map.<String, Object>of("type", "public-key", "id", encode(id)))
                .toList();
    }

    private static byte[] handle(IdentityId identity) {
        return ByteBuffer.allocate(16)
                .putLong(identity.value().getMostSignificantBits())
                .putLong(identity.value().getLeastSignificantBits())
                .array();
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
