package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static com.gmservices.identity.Together.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.Program.Answer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TokenTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Post post;

    private final String slug = anySlug();
    private final String ada = anyone();

    @BeforeEach
    void signUp() {
        Program.at(port).signUp(slug, ada, PASSWORD);
    }

    private Program harbour() {
        return Program.at(port).naming(slug);
    }

    @Test
    void signingInGivesAPairOfTokens() {
        Answer answer = harbour().login(ada, PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/token_type")).isEqualTo("Bearer");
        assertThat(answer.body().at("/expires_in").asInt()).isEqualTo(600);
        assertThat(answer.text("/user/email")).isEqualTo(ada);
        assertThat(answer.raw().headers().firstValue("cache-control").orElseThrow())
                .contains("no-store");
    }

    @Test
    void unknownAddressAndWrongPasswordAreAnsweredAlike() {
        Answer unknown = harbour().login(anyone(), PASSWORD);
        Answer wrong = harbour().login(ada, "wrong password");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void refreshTokensRotate() {
        String first = harbour().login(ada, PASSWORD).text("/refresh_token");

        Answer second = Program.at(port).refresh(first);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/refresh_token")).isNotEqualTo(first);
        assertThat(Program.at(port)
                        .with(second.text("/access_token"))
                        .get("/me")
                        .text("/member/roles/0"))
                .isEqualTo("admin");
    }

    @Test
    void askingTwiceAtOnceIsForgiven() throws Exception {
        String first = harbour().login(ada, PASSWORD).text("/refresh_token");

        List<Answer> answers = atOnce(
                () -> Program.at(port).refresh(first), () -> Program.at(port).refresh(first));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.text("/refresh_token")).distinct())
                .hasSize(2);
        assertThat(answers)
                .allMatch(answer ->
                        Program.at(port).refresh(answer.text("/refresh_token")).status() == 200);
    }

    @Test
    void laterReuseEndsTheFamily() {
        String first = harbour().login(ada, PASSWORD).text("/refresh_token");
        String second = Program.at(port).refresh(first).text("/refresh_token");
        elevenSecondsPass(first);

        assertThat(Program.at(port).refresh(first).status()).isEqualTo(401);
        assertThat(Program.at(port).refresh(second).status()).isEqualTo(401);
        assertThat(post.keysTo(ada)).containsOnlyOnce("identity.mail.token-reuse");
    }

    @Test
    void reuseEndsTheFamilyThoughItIsBeingRenewed() throws Exception {
        String first = harbour().login(ada, PASSWORD).text("/refresh_token");
        String second = Program.at(port).refresh(first).text("/refresh_token");
        elevenSecondsPass(first);

        List<Answer> answers = atOnce(
                () -> Program.at(port).refresh(first), () -> Program.at(port).refresh(second));

        assertThat(answers.getFirst().status()).isEqualTo(401);
        assertThat(answers.getLast().status()).isIn(200, 401);
        assertThat(jdbc.sql("select count(*) from identity.refresh_token where hash = any (?)")
                        .param(new byte[][] {
                            new Opaque(second).hash(),
                            new Opaque(answers.getLast().text("/refresh_token")).hash()
                        })
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void elevenSecondsPass(String token) {
        jdbc.sql("update identity.refresh_token set used_at = used_at - interval '11 seconds' where hash = ?")
                .param(new Opaque(token).hash())
                .update();
    }

    @Test
    void signingOutEndsTheFamily() {
        Answer login = harbour().login(ada, PASSWORD);

        assertThat(Program.at(port)
                        .with(login.text("/access_token"))
                        .post("/auth/logout", List.of())
                        .status())
                .isEqualTo(204);
        assertThat(Program.at(port).refresh(login.text("/refresh_token")).status())
                .isEqualTo(401);
    }

    @Test
    void expiredTokensDoNotKeepAnybodyFromRenewing() {
        String refresh = harbour().login(ada, PASSWORD).text("/refresh_token");

        assertThat(Program.at(port).with("expired or worse").refresh(refresh).status())
                .isEqualTo(200);
    }

    @Test
    void tokensServeTheirTenantAlone() {
        String other = anySlug();
        Program.at(port).signUp(other, anyone(), PASSWORD);
        Program adaAtHarbour = harbour().as(ada);

        assertThat(adaAtHarbour.get("/rooms/lounge").status()).isEqualTo(200);
        assertThat(adaAtHarbour.naming(null).get("/rooms/office").status()).isEqualTo(200);
        assertThat(adaAtHarbour.naming(other).get("/rooms/lounge").status()).isEqualTo(403);
        assertThat(adaAtHarbour.naming(other).get("/rooms/lounge").text("/code"))
                .isEqualTo("tenant-mismatch");
        assertThat(adaAtHarbour.naming("nobody-here").get("/rooms/lounge").status())
                .isEqualTo(404);
    }

    @Test
    void tokensWithoutTenantServeThePersonAlone() {
        Program program = Program.at(port).as(ada);

        assertThat(program.get("/me").status()).isEqualTo(200);
        assertThat(program.get("/rooms/lounge").status()).isEqualTo(400);
        assertThat(program.get("/rooms/lounge").text("/code")).isEqualTo("tenant-required");
        assertThat(program.get("/rooms/engine").status()).isEqualTo(403);
    }

    @Test
    void tokensOfOthersAreRefused() throws Exception {
        String real = harbour().login(ada, PASSWORD).text("/access_token");
        JWTClaimsSet claims = SignedJWT.parse(real).getJWTClaimsSet();
        String kid = SignedJWT.parse(real).getHeader().getKeyID();
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(statusWith(signed(
                        claims, kid, JWSAlgorithm.RS256, new RSASSASigner(new RSAKeyGenerator(2048).generate()))))
                .isEqualTo(401);
        assertThat(statusWith(signed(claims, kid, JWSAlgorithm.HS256, new MACSigner(publicKey()))))
                .isEqualTo(401);
        assertThat(statusWith("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0." + payload + "."))
                .isEqualTo(401);
        assertThat(statusWith(real.substring(0, real.length() - 8) + "AAAAAAAA"))
                .isEqualTo(401);
    }

    /** The old trick: our public key as the secret of a symmetric signature. */
    private byte[] publicKey() {
        return new Visitor(port).get("/.well-known/jwks.json").body().getBytes(StandardCharsets.UTF_8);
    }

    private static String signed(JWTClaimsSet claims, String kid, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm)
                .keyID(kid)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private int statusWith(String token) {
        return Program.at(port).with(token).get("/me").status();
    }

    @Test
    void publishesThePublicHalfOnly() {
        String keys = new Visitor(port).get("/.well-known/jwks.json").body();

        assertThat(keys).contains("\"kty\":\"RSA\"", "\"kid\"").doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }
}
