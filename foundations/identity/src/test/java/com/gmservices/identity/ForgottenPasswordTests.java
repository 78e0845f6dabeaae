package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static com.gmservices.identity.Together.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.Program.Answer;
import java.time.Duration;
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
class ForgottenPasswordTests {

    private static final String NEXT = "seven red kites over town";

    @LocalServerPort
    int port;

    @Autowired
    Post post;

    @Autowired
    JdbcClient jdbc;

    private final String ada = anyone();

    @BeforeEach
    void signUp() {
        Program.at(port).signUp(anySlug(), ada, PASSWORD);
    }

    private Answer forgot(String email) {
        return Program.at(port).post("/auth/password/forgot", Map.of("email", email));
    }

    private Answer reset(String token, String password) {
        return Program.at(port).post("/auth/password/reset", Map.of("token", token, "password", password));
    }

    private String linkTo(String email) {
        forgot(email);
        return post.linkTo(email, "identity.mail.password");
    }

    private static String tokenOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private Visitor signedIn() {
        var visitor = new Visitor(port);
        visitor.fill("/sign-in", "/sign-in", Map.of("email", ada, "password", PASSWORD));
        return visitor;
    }

    @Test
    void theLinkReplacesThePassword() {
        Answer answer = reset(tokenOf(linkTo(ada)), NEXT);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(Program.at(port).login(ada, PASSWORD).status()).isEqualTo(401);
        assertThat(Program.at(port).login(ada, NEXT).status()).isEqualTo(200);
        assertThat(post.keysTo(ada)).contains("identity.mail.password-changed");
    }

    @Test
    void itWorksOnceThoughTwoComeAtOnce() throws Exception {
        String token = tokenOf(linkTo(ada));

        List<Integer> statuses = atOnce(
                () -> reset(token, NEXT).status(),
                () -> reset(token, NEXT + "!").status());

        assertThat(statuses).containsExactlyInAnyOrder(204, 404);
        assertThat(reset(token, NEXT).text("/code")).isEqualTo("spent-link");
    }

    @Test
    void itIsGoodForHalfAnHour() {
        String token = tokenOf(linkTo(ada));
        jdbc.sql("""
                with old as (delete from identity.mailed_link where token_hash = ? returning *)
                insert into identity.mailed_link
                select token_hash, identity_id, purpose, created_at, expires_at - interval '31 minutes' from old
                """).param(new Opaque(token).hash()).update();

        assertThat(reset(token, NEXT).status()).isEqualTo(404);
    }

    @Test
    void aWeakPasswordLeavesItAsItIs() {
        String token = tokenOf(linkTo(ada));

        assertThat(reset(token, "password123").text("/code")).isEqualTo("password-common");
        assertThat(reset(token, NEXT).status()).isEqualTo(204);
    }

    @Test
    void everySignInEnds() {
        Visitor visitor = signedIn();
        Answer login = Program.at(port).login(ada, PASSWORD);

        reset(tokenOf(linkTo(ada)), NEXT);

        assertThat(visitor.get("/rooms/hall").body()).startsWith("nobody");
        assertThat(Program.at(port).refresh(login.text("/refresh_token")).status())
                .isEqualTo(401);
    }

    @Test
    void onePersonGetsOneMailAMinute() {
        linkTo(ada);
        forgot(ada);
        String mia = anyone();
        Program.at(port).signUp(anySlug(), mia, PASSWORD);
        linkTo(mia);

        assertThat(post.keysTo(ada)).containsOnlyOnce("identity.mail.password");
    }

    @Test
    void nobodyLearnsWhoIsKnown() {
        Answer known = forgot(ada);
        Answer unknown = forgot(anyone());

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.raw().headers().map().keySet())
                .isEqualTo(unknown.raw().headers().map().keySet());
    }

    /** The quickest of many, one after the other, tell what has to be done, whatever else the machine does. */
    @Test
    void aPasswordIsHashedForThoseWhoAreNotKnown() {
        Duration known = Duration.ofDays(1);
        Duration unknown = known;
        for (int i = 0; i < 12; i++) {
            known = quicker(known, ada);
            unknown = quicker(unknown, anyone());
        }

        assertThat(unknown).isBetween(known.dividedBy(2), known.multipliedBy(2));
    }

    private Duration quicker(Duration before, String email) {
        long begun = System.nanoTime();
        Program.at(port).login(email, "wrong password");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return took.compareTo(before) < 0 ? took : before;
    }

    @Test
    void thePagesLeadThroughIt() {
        var visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").body()).contains("/password/forgot");

        var asked = visitor.fill("/password/forgot", "/password/forgot", Map.of("email", ada));
        assertThat(visitor.get(asked.headers().firstValue("location").orElseThrow())
                        .body())
                .contains("If there is an account for " + ada, "30 minutes");
        String link = post.linkTo(ada, "identity.mail.password");
        assertThat(visitor.fill(link, link, Map.of("password", "short")).body()).contains("Take at least 8 characters");
        var done = visitor.fill(link, link, Map.of("password", NEXT));

        assertThat(done.headers().firstValue("location")).hasValue("/sign-in");
        assertThat(visitor.get("/sign-in").body()).contains("Your password is changed");
        assertThat(visitor.get(link).statusCode()).isEqualTo(404);
        assertThat(visitor.fill("/sign-in", "/sign-in", Map.of("email", ada, "password", NEXT))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void changingItKeepsThisSessionAndNoOther() {
        Visitor here = signedIn();
        Visitor elsewhere = signedIn();
        String before = String.valueOf(here.cookies.get("gm-session"));

        assertThat(here.fill("/me/password", "/me/password", Map.of("presentPassword", "guess", "password", NEXT))
                        .body())
                .contains("This is not the password that you have now");
        here.fill("/me/password", "/me/password", Map.of("presentPassword", PASSWORD, "password", NEXT));

        assertThat(here.get("/rooms/hall").body()).startsWith(ada);
        assertThat(here.cookies.get("gm-session")).isNotEqualTo(before);
        assertThat(elsewhere.get("/rooms/hall").body()).startsWith("nobody");
        assertThat(post.keysTo(ada)).contains("identity.mail.password-changed");
    }

    @Test
    void changingItByProgramKeepsItsTokensAndNoOthers() {
        Answer here = Program.at(port).login(ada, PASSWORD);
        Answer elsewhere = Program.at(port).login(ada, PASSWORD);
        Program program = Program.at(port).with(here.text("/access_token"));

        Answer wrong = program.post("/me/password", Map.of("present_password", "guess", "password", NEXT));
        Answer changed = program.post("/me/password", Map.of("present_password", PASSWORD, "password", NEXT));

        assertThat(wrong.text("/errors/0/pointer")).isEqualTo("/present_password");
        assertThat(changed.status()).isEqualTo(204);
        assertThat(Program.at(port).refresh(elsewhere.text("/refresh_token")).status())
                .isEqualTo(401);
        assertThat(Program.at(port).refresh(here.text("/refresh_token")).status())
                .isEqualTo(200);
    }
}
