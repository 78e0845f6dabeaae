package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static com.gmservices.identity.Together.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.FactorFixtures.Armed;
import com.gmservices.identity.Program.Answer;
import com.gmservices.identity.factors.Phone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(FactorFixtures.class)
class FactorsApiTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

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

    private Armed arm() {
        return FactorFixtures.arm(harbour().as(ada), clock);
    }

    private String mfaToken() {
        return harbour().login(ada, PASSWORD).text("/mfa_token");
    }

    private Answer show(String token, String factor, String code) {
        return Program.at(port).post("/auth/mfa/challenge", Map.of("mfa_token", token, "factor", factor, "code", code));
    }

    @Test
    void theSecretComesAsTextAsUriAndAsPicture() {
        Answer setup = harbour().as(ada).post("/auth/mfa/totp", Map.of());

        assertThat(setup.status()).isEqualTo(200);
        assertThat(setup.text("/secret")).matches("[A-Z2-7]{32}");
        assertThat(setup.text("/otpauth_uri"))
                .startsWith("otpauth://totp/GM%20Services:" + ada.replace("@", "%40") + "?secret=")
                .contains(setup.text("/secret"), "digits=6", "period=30");
        assertThat(setup.text("/qr_svg")).startsWith("<svg xmlns=").contains("<path");
    }

    @Test
    void nothingChangesBeforeTheFirstCode() {
        harbour().as(ada).post("/auth/mfa/totp", Map.of());

        assertThat(harbour().login(ada, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void thePasswordAloneIsNotEnoughAnyMore() {
        Armed armed = arm();

        Answer login = harbour().login(ada, PASSWORD);

        assertThat(login.status()).isEqualTo(401);
        assertThat(login.text("/code")).isEqualTo("mfa-required");
        assertThat(login.body().at("/factors").toString()).isEqualTo("[\"totp\",\"recovery_code\"]");
        assertThat(login.body().has("access_token")).isFalse();
        Answer tokens = show(login.text("/mfa_token"), "totp", armed.phone().code());
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(harbour()
                        .with(tokens.text("/access_token"))
                        .get("/rooms/office")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCodeIsGoodForOnce() {
        Armed armed = arm();
        String code = armed.phone().code();

        assertThat(show(mfaToken(), "totp", code).status()).isEqualTo(200);
        assertThat(show(mfaToken(), "totp", code).status()).isEqualTo(401);
    }

    @Test
    void theCodeThatSwitchedItOnIsUsedToo() {
        Program person = harbour().as(ada);
        Phone phone = FactorFixtures.phone(person, clock);
        String code = phone.code();

        assertThat(person.post("/auth/mfa/totp/verify", Map.of("code", code)).status())
                .isEqualTo(200);
        assertThat(show(mfaToken(), "totp", code).status()).isEqualTo(401);
    }

    @Test
    void ofTwoWhoShowTheSameCodeAtOnceOneComesIn() throws Exception {
        Armed armed = arm();
        String code = armed.phone().code();
        String one = mfaToken();
        String other = mfaToken();

        assertThat(atOnce(() -> show(one, "totp", code), () -> show(other, "totp", code)))
                .extracting(Answer::status)
                .containsExactlyInAnyOrder(200, 401);
    }

    @ParameterizedTest
    @ValueSource(ints = {-40, 40})
    void aClockThatIsFortySecondsOffIsUnderstood(int seconds) {
        Armed armed = arm();
        Phone phone = armed.phone().off(Duration.ofSeconds(seconds));
        clock.pass(Duration.ofMinutes(1));
        toSecond(15);
        assertThat(show(mfaToken(), "totp", phone.code()).status()).isEqualTo(200);

        for (int second : List.of(1, 8, 15, 22, 28)) {
            clock.pass(Duration.ofSeconds(60));
            toSecond(second);
            assertThat(show(mfaToken(), "totp", phone.code()).status())
                    .as("second %d of a step", second)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-95, 95})
    void aClockThatIsFartherOffIsNot(int seconds) {
        Armed armed = arm();

        assertThat(show(
                                mfaToken(),
                                "totp",
                                armed.phone().off(Duration.ofSeconds(seconds)).code())
                        .status())
                .isEqualTo(401);
    }

    private void toSecond(int second) {
        long now = clock.instant().getEpochSecond() % 30;
        clock.pass(Duration.ofSeconds((second - now + 30) % 30));
    }

    @Test
    void recoveryCodesStandInOnceEach() {
        Armed armed = arm();
        String code = armed.recoveryCodes().getFirst();

        assertThat(armed.recoveryCodes())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("(\\w{4}-){3}\\w{4}"));
        assertThat(show(
                                mfaToken(),
                                "recovery_code",
                                code.toUpperCase(Locale.ROOT).replace("-", " "))
                        .status())
                .isEqualTo(200);
        assertThat(show(mfaToken(), "recovery_code", code).status()).isEqualTo(401);
        assertThat(show(mfaToken(), "recovery_code", armed.recoveryCodes().getLast())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void newRecoveryCodesTakeThePlaceOfTheOld() {
        Program person = harbour().as(ada);
        Armed armed = FactorFixtures.arm(person, clock);

        Answer renewed = person.post("/auth/mfa/recovery-codes", Map.of());

        assertThat(show(mfaToken(), "recovery_code", armed.recoveryCodes().getFirst())
                        .status())
                .isEqualTo(401);
        assertThat(show(mfaToken(), "recovery_code", renewed.text("/recovery_codes/9"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void guessingIsSlowedAndShutsNobodyOut() {
        Armed armed = arm();
        for (int i = 0; i < 5; i++) {
            assertThat(show(mfaToken(), "totp", armed.phone().wrongCode()).status())
                    .isEqualTo(401);
        }

        Answer sixth = show(mfaToken(), "totp", armed.phone().code());

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.raw().headers().firstValueAsLong("retry-after").orElseThrow())
                .isBetween(1L, 3L);
        assertThat(show(mfaToken(), "recovery_code", armed.recoveryCodes().getFirst())
                        .status())
                .isEqualTo(200);
        clock.pass(Duration.ofSeconds(30));
        assertThat(show(mfaToken(), "totp", armed.phone().code()).status()).isEqualTo(200);
    }

    @Test
    void aTokenOfTheFirstStepIsGoodForOneSignInWithinTenMinutesAndTenTries() {
        Armed armed = arm();
        String used = mfaToken();
        String late = mfaToken();
        String tried = mfaToken();
        for (int i = 0; i < 10; i++) {
            show(tried, "recovery_code", "none");
        }

        assertThat(show(used, "totp", armed.phone().code()).status()).isEqualTo(200);
        assertThat(show(used, "recovery_code", armed.recoveryCodes().get(0)).status())
                .isEqualTo(401);
        assertThat(show(tried, "recovery_code", armed.recoveryCodes().get(1)).status())
                .isEqualTo(401);
        clock.pass(Duration.ofMinutes(10));
        assertThat(show(late, "recovery_code", armed.recoveryCodes().get(2)).status())
                .isEqualTo(401);
        assertThat(show("made up", "totp", armed.phone().code()).status()).isEqualTo(401);
    }

    @Test
    void onePersonsCodesAreNothingToAnother() {
        Armed armed = arm();
        String bo = anyone();
        harbour().register(bo, PASSWORD);
        Armed other = FactorFixtures.arm(harbour().as(bo), clock);

        assertThat(show(mfaToken(), "totp", other.phone().code()).status()).isEqualTo(401);
        assertThat(show(mfaToken(), "recovery_code", other.recoveryCodes().getFirst())
                        .status())
                .isEqualTo(401);
        assertThat(show(mfaToken(), "password", PASSWORD).status()).isEqualTo(401);
        assertThat(show(mfaToken(), "totp", armed.phone().code()).status()).isEqualTo(200);
    }

    @Test
    void withoutTheAuthenticatorThePasswordIsEnoughAgain() {
        Program person = harbour().as(ada);
        FactorFixtures.arm(person, clock);

        assertThat(person.send("DELETE", "/auth/mfa/totp", Map.of()).status()).isEqualTo(204);

        assertThat(harbour().login(ada, PASSWORD).status()).isEqualTo(200);
        assertThat(post.to(ada))
                .extracting(AccountMail.Letter::key)
                .contains("identity.mail.totp-added", "identity.mail.totp-removed");
    }

    @Test
    void theSecretIsKeptSealedAndTheCodesHashed() {
        Program person = harbour().as(ada);
        Armed armed = FactorFixtures.arm(person, clock);

        byte[] kept = jdbc.sql("select secret from identity.totp where identity_id = ?")
                .param(Program.identityOf(jdbc, ada).value())
                .query(byte[].class)
                .single();
        var codes = jdbc.sql("select selector || hash from identity.recovery_code where identity_id = ?")
                .param(Program.identityOf(jdbc, ada).value())
                .query(String.class)
                .list();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(armed.phone().secret(), StandardCharsets.ISO_8859_1));
        assertThat(codes).hasSize(10).allMatch(it -> String.valueOf(it).contains("$argon2id$"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12345678901234567890123", "\u0000", "１２３４５６"})
    void whatIsNoCodeIsRefused(String code) {
        Program person = harbour().as(ada);
        FactorFixtures.phone(person, clock);

        assertThat(person.post("/auth/mfa/totp/verify", Map.of("code", code)).status())
                .isEqualTo(422);
    }
}
