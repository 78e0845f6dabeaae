package com.gmservices.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Links;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.oauth2.jwt.JwtException;

@SpringBootTest
class AccessTokensTests {

    @Autowired
    SigningKeys keys;

    @Autowired
    Links links;

    @Autowired
    Clock clock;

    private final IdentityId ada = IdentityId.next();

    /** A node whose clock is off by as much. */
    private AccessTokens nodeAheadBy(Duration lead) {
        return new AccessTokens(keys, links, Clock.offset(clock, lead));
    }

    private String issued() {
        return nodeAheadBy(Duration.ZERO).issue(ada, null, UUID.randomUUID());
    }

    private String signed(JOSEObjectType type, String issuer) throws Exception {
        return signed(type, issuer, List.of(links.platform("").toString()));
    }

    private String signed(JOSEObjectType type, String issuer, List<String> audience) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(SignedJWT.parse(issued()).getJWTClaimsSet())
                .issuer(issuer)
                .audience(audience)
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(keys.current().getKeyID())
                        .type(type)
                        .build(),
                claims);
        token.sign(new RSASSASigner(keys.current()));
        return token.serialize();
    }

    @ParameterizedTest
    @ValueSource(longs = {-40, 0, 40})
    void aClockThatIsFortySecondsOffIsForgiven(long seconds) {
        var token = nodeAheadBy(Duration.ofSeconds(seconds)).decoder().decode(issued());

        assertThat(token.getSubject()).isEqualTo(ada.toString());
    }

    @Test
    void afterTenMinutesAndThatMuchItIsOver() {
        String token = issued();
        Duration over = AccessTokens.LIFETIME.plusSeconds(70);

        assertThat(nodeAheadBy(AccessTokens.LIFETIME.plusSeconds(40))
                        .decoder()
                        .decode(token)
                        .getSubject())
                .isEqualTo(ada.toString());
        assertThatThrownBy(() -> nodeAheadBy(over).decoder().decode(token)).isInstanceOf(JwtException.class);
    }

    @Test
    void whatWasGoodIsNotGoodForever() {
        var decoder = nodeAheadBy(Duration.ZERO).decoder();
        String expired = nodeAheadBy(Duration.ofMinutes(-12)).issue(ada, null, UUID.randomUUID());

        assertThatThrownBy(() -> decoder.decode(expired)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(expired)).isInstanceOf(JwtException.class);
    }

    @Test
    void tokensOfOtherTypesAndIssuersAreRefused() throws Exception {
        var decoder = nodeAheadBy(Duration.ZERO).decoder();
        String issuer = links.platform("").toString();

        assertThat(decoder.decode(signed(new JOSEObjectType("at+jwt"), issuer)).getSubject())
                .isEqualTo(ada.toString());
        String identity = signed(JOSEObjectType.JWT, issuer);
        String foreign = signed(new JOSEObjectType("at+jwt"), "https://elsewhere.example");
        assertThatThrownBy(() -> decoder.decode(identity)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(foreign)).isInstanceOf(JwtException.class);
    }

    @Test
    void tokensForOthersAreRefused() throws Exception {
        var decoder = nodeAheadBy(Duration.ZERO).decoder();
        var ours = new JOSEObjectType("at+jwt");
        String issuer = links.platform("").toString();

        String another = signed(ours, issuer, List.of("https://elsewhere.example"));
        String nobody = signed(ours, issuer, List.of());
        assertThatThrownBy(() -> decoder.decode(another)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(nobody)).isInstanceOf(JwtException.class);
    }

    @Test
    void withoutASignatureItSaysNothing() {
        String payload = issued().split("\\.", -1)[1];
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> nodeAheadBy(Duration.ZERO).decoder().decode(none + "." + payload + "."))
                .isInstanceOf(JwtException.class);
    }
}
