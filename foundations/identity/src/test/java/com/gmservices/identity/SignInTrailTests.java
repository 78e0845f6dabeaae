package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.identity.FactorFixtures.Armed;
import com.gmservices.identity.Program.Answer;
import com.gmservices.tenancy.IdentityId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(FactorFixtures.class)
class SignInTrailTests {

    private static final String NEXT = "seven red kites over town";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    @Autowired
    TestClock clock;

    @Autowired
    Post post;

    private final String slug = anySlug();
    private final String ada = anyone();
    private IdentityId id;
    private UUID harbour;
    private Lines lines;

    @BeforeEach
    void signUp() {
        lines = new Lines(platform);
        harbour = UUID.fromString(Program.at(port).signUp(slug, ada, PASSWORD).text("/id"));
        id = Program.identityOf(jdbc, ada);
    }

    private Program program() {
        return Program.at(port).naming(slug);
    }

    private Answer show(String factor, String code) {
        String token = program().login(ada, PASSWORD).text("/mfa_token");
        return Program.at(port).post("/auth/mfa/challenge", Map.of("mfa_token", token, "factor", factor, "code", code));
    }

    private static String at(String path, String slug) {
        return "/t/" + slug + path;
    }

    private String token(String key) {
        String link = post.linkTo(ada, key);
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    void saysByWhatSomebodyCame() {
        Armed armed = FactorFixtures.arm(program().as(ada), clock);
        show("totp", armed.phone().code());
        show("recovery_code", armed.recoveryCodes().getFirst());
        Program.at(port).post("/auth/link", Map.of("email", ada));
        String link = post.linkTo(ada, "identity.mail.sign-in");
        var visitor = new Visitor(port);
        visitor.fill(link, link, Map.of());
        clock.pass(Duration.ofSeconds(30));
        visitor.fill(
                "/sign-in/step",
                "/sign-in/step",
                Map.of("factor", "totp", "code", armed.phone().code()));

        assertThat(lines.at(harbour, "person.signed_in"))
                .containsExactly(
                        "person.signed_in person {\"by\":[\"password\"]}",
                        "person.signed_in person {\"by\":[\"password\",\"totp\"]}",
                        "person.signed_in person {\"by\":[\"password\",\"recovery_code\"]}");
        assertThat(lines.about(id)).contains("person.signed_in person {\"by\":[\"mailed_link\",\"totp\"]}");
    }

    @Test
    void saysAtWhichFactorSomebodyFailed() {
        Armed armed = FactorFixtures.arm(program().as(ada), clock);
        show("totp", armed.phone().wrongCode());
        show("recovery_code", "aaaa-aaaa-aaaa-aaaa");
        var visitor = new Visitor(port);
        visitor.fill(at("/sign-in", slug), at("/sign-in", slug), Map.of("email", ada, "password", PASSWORD));
        visitor.fill(
                at("/sign-in/step", slug),
                at("/sign-in/step", slug),
                Map.of("factor", "totp", "code", armed.phone().wrongCode()));

        assertThat(lines.about(id))
                .filteredOn(line -> line.contains("turned_away"))
                .containsExactly(
                        "person.turned_away nobody {\"by\":\"totp\"}",
                        "person.turned_away nobody {\"by\":\"recovery_code\"}",
                        "person.turned_away nobody {\"by\":\"totp\"}");
    }

    @Test
    void tellsOfWrongPasswordsWithoutTheAddress() {
        program().login(ada, "wrong");
        Program.at(port).naming(slug).register(ada, "another wrong one");

        assertThat(lines.at(harbour, "person.turned_away"))
                .singleElement()
                .asString()
                .contains("\"by\":\"password\"", "@example.com")
                .doesNotContain(ada, "wrong");
        String masked = ada.charAt(0) + "***" + ada.charAt(ada.indexOf('@') - 1) + "@";
        assertThat(lines.ofPlatform(masked)).isNotEmpty();
    }

    /** Anybody can bring them without end. */
    @Test
    void tellsOnceAMinuteOfLinksAndPasskeysThatNobodyKnows() {
        for (int i = 0; i < 3; i++) {
            program().post("/auth/link/consume", Map.of("token", "never-mailed"));
        }
        var visitor = new Visitor(port);
        visitor.fill(at("/sign-in/passkey", slug), at("/sign-in/passkey", slug), Map.of("code", "{}"));

        assertThat(lines.at(harbour, "person.turned_away"))
                .containsExactly(
                        "person.turned_away nobody {\"by\":\"mailed_link\"}",
                        "person.turned_away nobody {\"by\":\"passkey\"}");
    }

    @Test
    void tellsWhoHasProvedAgainWhoTheyAreAndWhoHasNot() {
        Program program = program().as(ada);
        program.post("/auth/step-up", Map.of("factor", "password", "code", "wrong"));
        program.post("/auth/step-up", Map.of("factor", "password", "code", PASSWORD));

        assertThat(lines.about(id))
                .contains(
                        "person.not_proven member {\"by\":\"password\"}", "person.proven member {\"by\":\"password\"}");
    }

    @Test
    void tellsOfARefreshTokenThatCameTwice() {
        String first = program().login(ada, PASSWORD).text("/refresh_token");
        Program.at(port).refresh(first);
        clock.pass(Duration.ofSeconds(11));
        Program.at(port).refresh(first);

        assertThat(lines.at(harbour, "person.token_reused")).containsExactly("person.token_reused nobody");
        assertThat(lines.about(id)).contains("person.token_reused nobody");
    }

    @Test
    void tellsOfFactorsThatComeAndGo() {
        Program program = program().as(ada);
        FactorFixtures.arm(program, clock);
        Answer codes = program.post("/auth/mfa/recovery-codes", Map.of());
        program.send("DELETE", "/auth/mfa/totp", Map.of());
        program.send("DELETE", "/auth/mfa/totp", Map.of());

        List<String> told = lines.about(id);
        assertThat(told)
                .filteredOn(line -> line.contains("factor") || line.contains("codes"))
                .containsExactly(
                        "person.factor_added member {\"factor\":\"totp\"}",
                        "person.codes_renewed member",
                        "person.factor_removed member {\"factor\":\"totp\"}");
        assertThat(told.toString()).doesNotContain(codes.text("/recovery_codes/0"));
    }

    @Test
    void tellsOfNewPasswordsAndProvenAddresses() {
        program().as(ada).post("/me/password", Map.of("present_password", "guess", "password", NEXT));
        program().as(ada).post("/me/password", Map.of("present_password", PASSWORD, "password", NEXT));
        Program.at(port).post("/auth/verify-email", Map.of("token", token("identity.mail.address")));
        Program.at(port).post("/auth/password/forgot", Map.of("email", ada));
        Program.at(port)
                .post("/auth/password/reset", Map.of("token", token("identity.mail.password"), "password", PASSWORD));

        assertThat(lines.about(id))
                .contains(
                        "person.not_proven member {\"by\":\"password\"}",
                        "person.password_changed person {\"by\":\"password\"}",
                        "person.address_confirmed person",
                        "person.password_changed person {\"by\":\"mailed_link\"}");
    }

    @Test
    void tellsWhoLeftAndFromWhere() {
        Program here = program().as(ada);
        String elsewhere = Program.at(port)
                .with(program().login(ada, PASSWORD).text("/access_token"))
                .get("/me/sessions")
                .text("/data/0/id");
        here.send("DELETE", "/me/sessions/" + elsewhere, Map.of());
        here.send("DELETE", "/me/sessions", Map.of());
        here.post("/auth/logout", Map.of());

        assertThat(lines.about(id))
                .contains(
                        "person.signed_out member {\"where\":\"elsewhere\"}",
                        "person.signed_out member {\"where\":\"everywhere else\"}",
                        "person.signed_out person");
    }

    @Test
    void operatorsReadThePlatformsOwn() {
        jdbc.sql("update identity.identity set operator = true where id = ?")
                .param(id.value())
                .update();
        var olu = new Visitor(port);
        olu.fill("/sign-in", "/sign-in", Map.of("email", ada, "password", PASSWORD));

        assertThat(olu.get("/operator/audit?subject=" + id).body())
                .contains("person.signed_in", "Ada King", ">password</span>")
                .doesNotContain("&quot;by&quot;");
        assertThat(olu.get("/operator/audit.json?what=person.signed_in&subject=" + id)
                        .body())
                .contains("\"name\":\"Ada King\"", "\"after\":{\"by\":[\"password\"]}");
        olu.fill("/operator/audit", "/operator/audit/verifications", Map.of());
        assertThat(olu.get("/operator/audit").body()).contains("badge good");
    }

    @Test
    void tellsOfANewOwnerWhoAndTheOldOneGetALetter() {
        String ben = anyone();
        program().register(ben, PASSWORD);
        Program owner = program().as(ada);
        String member = "/members/"
                + platform.sql("select id from tenancy.member where identity_id = ?")
                        .param(Program.identityOf(jdbc, ben).value())
                        .query(String.class)
                        .single();
        owner.send("PATCH", member, Map.of("roles", List.of("admin")), "If-Match", "\"1\"");
        clock.pass(Duration.ofMinutes(6));

        Answer old = owner.send("PUT", member + "/ownership", Map.of());
        assertThat(old.text("/code")).isEqualTo("step-up-required");
        owner.post("/auth/step-up", Map.of("factor", "password", "code", PASSWORD));
        assertThat(owner.send("PUT", member + "/ownership", Map.of()).status()).isEqualTo(200);

        assertThat(post.keysTo(ben)).contains("identity.mail.owner");
        assertThat(post.keysTo(ada)).contains("identity.mail.owner-gone");
        assertThat(lines.at(harbour, "owner.changed"))
                .singleElement()
                .asString()
                .startsWith("owner.changed member {\"owner\":");
    }

    @Test
    void tellsWhoWasInvited() {
        program().as(ada).post("/members/invitations", Map.of("email", "ben.stone@example.com", "role", "staff"));

        assertThat(lines.at(harbour, "member.invited"))
                .singleElement()
                .asString()
                .contains("b***e@example.com", "staff")
                .doesNotContain("ben.stone");
    }
}
