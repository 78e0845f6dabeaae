package com.gmservices.identity.security;

import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.RecentlySeen;
import com.gmservices.tenancy.TenantId;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Signed tokens of ten minutes (RFC 9068) that say who somebody is, for which tenant they signed in ({@code tid}) and by
 * which chain of refresh tokens ({@code sid}); what they may do is looked up at each call.
 */
@Component
public final class AccessTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String TYPE = "at+jwt";

    private static final int MOST_REMEMBERED = 2_000;

    private final SigningKeys keys;
    private final JwtEncoder encoder;
    private final Clock clock;
    private final String issuer;

    AccessTokens(SigningKeys keys, Links links, Clock clock) {
        this.keys = keys;
        this.encoder = new NimbusJwtEncoder((selector, context) -> selector.select(new JWKSet(keys.current())));
        this.clock = clock;
        this.issuer = links.platform("").toString();
    }

    public String issue(IdentityId identity, @Nullable TenantId tenant, UUID family) {
        Instant now = clock.instant();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256)
                .type(TYPE)
                .keyId(keys.current().getKeyID())
                .build();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .audience(List.of(issuer))
                .subject(identity.toString())
                .id(UUID.randomUUID().toString())
                .claim("sid", family.toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME));
        if (tenant != null) {
            claims.claim("tid", tenant.toString());
        }
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    public Map<String, Object> publishedKeys() {
        return keys.published().toJSONObject();
    }

    /** A signature is checked once in five seconds, and what else makes a token good at each call. */
    JwtDecoder decoder() {
        JWKSource<SecurityContext> published = (selector, context) -> selector.select(keys.published());
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(published)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        OAuth2TokenValidator<Jwt> rules = new DelegatingOAuth2TokenValidator<>(
                List.of(new JwtTypeValidator(TYPE), timestamps(), new JwtIssuerValidator(issuer), audience()));
        var signed = new RecentlySeen<String, Jwt>(MOST_REMEMBERED);
        return token -> checked(signed.get(token, decoder::decode), rules);
    }

    private static Jwt checked(Jwt token, OAuth2TokenValidator<Jwt> rules) {
        OAuth2TokenValidatorResult result = rules.validate(token);
        if (result.hasErrors()) {
            throw new JwtValidationException("The token is not valid", result.getErrors());
        }
        return token;
    }

    private OAuth2TokenValidator<Jwt> audience() {
        return new JwtClaimValidator<List<String>>("aud", audience -> audience != null && audience.contains(issuer));
    }

    private JwtTimestampValidator timestamps() {
        var timestamps = new JwtTimestampValidator();
        timestamps.setClock(clock);
        return timestamps;
    }

    static SignedIn toSignedIn(Jwt token) {
        String tenant = token.getClaimAsString("tid");
        return SignedIn.byToken(
                UUID.fromString(token.getSubject()),
                tenant == null ? null : UUID.fromString(tenant),
                UUID.fromString(Objects.requireNonNull(token.getClaimAsString("sid"))));
    }
}
