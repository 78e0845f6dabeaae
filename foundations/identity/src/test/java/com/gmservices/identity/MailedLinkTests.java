package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static com.gmservices.identity.Together.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.Program.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MailedLinkTests {

    private static final String ADDRESS = "identity.mail.address";
    private static final String SIGN_IN = "identity.mail.sign-in";

    @LocalServerPort
    int port;

    @Autowired
    Post post;

    @Autowired
    JdbcClient jdbc;

    private final String slug = anySlug();
    private final String ada = anyone();

    @BeforeEach
    void signUp() {
        Program.at(port).signUp(slug, ada, PASSWORD);
    }

    private Answer send(String path, String link) {
        return Program.at(port).naming(slug).post(path, Map.of("token", link.substring(link.lastIndexOf('/') + 1)));
    }

    private boolean isVerified() {
        return Program.at(port).as(ada).get("/me").body().at("/email_verified").asBoolean();
    }

    private String signInLink() {
        assertThat(Program.at(port).post("/auth/link", Map.of("email", ada)).status())
                .isEqualTo(202);
        return post.linkTo(ada, SIGN_IN);
    }

    private void anHourPasses() {
        jdbc.sql("""
                with old as (delete from identity.mailed_link where identity_id = ? returning *)
                insert into identity.mailed_link
                select token_hash, identity_id, purpose, created_at - interval '1 hour', expires_at - interval '1 hour' from old
                """).param(Program.identityOf(jdbc, ada).value()).update();
    }

    private long mails(String key) {
        return post.keysTo(ada).stream().filter(key::equals).count();
    }

    @Test
    void whoeverRegistersIsAskedToConfirmTheAddress() {
        var visitor = new Visitor(port);
        String mia = anyone();
        String register = "/t/" + slug + "/register";

        var answer = visitor.fill(
                register, register, Map.of("firstName", "Mia", "email", mia, "password", PASSWORD, "next", "/me"));

        assertThat(visitor.get(answer.headers().firstValue("location").orElseThrow())
                        .body())
                .contains("We have sent you a mail", "Send the mail again");
        String link = post.linkTo(mia, ADDRESS);
        assertThat(visitor.get(link).body()).contains("Is " + mia + " your address?");
        assertThat(visitor.get("/me").body()).contains("Send the mail again");
        var confirmed = visitor.fill(link, link, Map.of());
        assertThat(visitor.get(confirmed.headers().firstValue("location").orElseThrow())
                        .body())
                .contains("Thank you: your address is confirmed.")
                .doesNotContain("Send the mail again");
        assertThat(visitor.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void programsConfirmAddressesToo() {
        String link = post.linkTo(ada, ADDRESS);
        assertThat(isVerified()).isFalse();

        assertThat(send("/auth/verify-email", link).status()).isEqualTo(204);
        assertThat(isVerified()).isTrue();
        assertThat(send("/auth/verify-email", link).text("/code")).isEqualTo("spent-link");
    }

    @Test
    void theMailIsSentAgainButNotTooOften() {
        Program program = Program.at(port).as(ada);

        assertThat(program.post("/me/verify-email", Map.of()).status()).isEqualTo(202);
        assertThat(mails(ADDRESS)).isEqualTo(1);
        anHourPasses();
        program.post("/me/verify-email", Map.of());
        program.post("/me/verify-email", Map.of());
        assertThat(mails(ADDRESS)).isEqualTo(2);

        send("/auth/verify-email", post.linkTo(ada, ADDRESS));
        program.post("/me/verify-email", Map.of());
        assertThat(mails(ADDRESS)).isEqualTo(2);
    }

    @Test
    void aLinkSignsInOnce() throws Exception {
        String link = signInLink();

        List<Answer> answers = atOnce(() -> send("/auth/link/consume", link), () -> send("/auth/link/consume", link));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 404);
        String token = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow()
                .text("/access_token");
        assertThat(Program.at(port).with(token).get("/rooms/office").status()).isEqualTo(200);
        assertThat(isVerified()).isTrue();
    }

    @Test
    void afterTenMinutesItIsTooLate() {
        String link = signInLink();
        anHourPasses();

        assertThat(send("/auth/link/consume", link).status()).isEqualTo(404);
    }

    @Test
    void aLinkIsGoodForItsOwnPurposeAlone() {
        assertThat(send("/auth/link/consume", post.linkTo(ada, ADDRESS)).status())
                .isEqualTo(404);
        assertThat(send("/auth/verify-email", signInLink()).status()).isEqualTo(404);
    }

    @Test
    void membersOfOthersGetNoTokenForThisBusiness() {
        String other = anySlug();
        Program.at(port).signUp(other, anyone(), PASSWORD);
        String link = signInLink();

        Answer answer = Program.at(port)
                .naming(other)
                .post("/auth/link/consume", Map.of("token", link.substring(link.lastIndexOf('/') + 1)));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void openingTheLinkDoesNothingYet() {
        var visitor = new Visitor(port);
        var asked = visitor.fill("/t/" + slug + "/sign-in/link", "/t/" + slug + "/sign-in/link", Map.of("email", ada));
        assertThat(visitor.get(asked.headers().firstValue("location").orElseThrow())
                        .body())
                .contains("If there is an account for " + ada);
        String link = post.linkTo(ada, SIGN_IN);

        assertThat(new Visitor(port).get(link).body()).contains("You sign in as " + ada);
        assertThat(visitor.get(link).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/rooms/hall").body()).startsWith("nobody");
        var entered = visitor.fill(link, link, Map.of());

        assertThat(entered.headers().firstValue("location")).hasValue("/t/" + slug + "/");
        assertThat(visitor.get("/rooms/hall").body()).startsWith(ada);
    }
}
