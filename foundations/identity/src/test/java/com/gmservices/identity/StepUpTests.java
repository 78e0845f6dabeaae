package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.FactorFixtures.Armed;
import com.gmservices.identity.Program.Answer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(FactorFixtures.class)
class StepUpTests {

    private static final Duration LATER = Duration.ofMinutes(6);

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    private final String slug = anySlug();
    private final String ada = anyone();

    @BeforeEach
    void signUp() {
        Program.at(port).signUp(slug, ada, PASSWORD);
    }

    private Program program() {
        return Program.at(port).naming(slug).as(ada);
    }

    private static Answer stepUp(Program program, String factor, String code) {
        return program.post("/auth/step-up", Map.of("factor", factor, "code", code));
    }

    @Test
    void whoHasJustSignedInHasProvedIt() {
        Program program = program();

        assertThat(program.get("/rooms/safe").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(4));
        assertThat(program.get("/rooms/safe").status()).isEqualTo(200);
    }

    @Test
    void programsProveItAgainWithThePassword() {
        Program program = program();
        clock.pass(LATER);

        Answer refused = program.get("/rooms/safe");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/code")).isEqualTo("step-up-required");
        assertThat(stepUp(program, "password", "not the right one").status()).isEqualTo(422);
        assertThat(program.get("/rooms/safe").status()).isEqualTo(403);
        assertThat(stepUp(program, "password", PASSWORD).status()).isEqualTo(200);
        assertThat(program.get("/rooms/safe").status()).isEqualTo(200);
    }

    @Test
    void renewingTheTokenIsNoProof() {
        String refresh = Program.at(port).naming(slug).login(ada, PASSWORD).text("/refresh_token");
        clock.pass(LATER);

        String token = Program.at(port).refresh(refresh).text("/access_token");

        assertThat(Program.at(port).with(token).get("/rooms/safe").status()).isEqualTo(403);
    }

    @Test
    void after90DaysSomebodySignsInAgainHoweverOftenTheTokenWasRenewed() {
        String token = Program.at(port).naming(slug).login(ada, PASSWORD).text("/refresh_token");
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofDays(29));
            Answer next = Program.at(port).refresh(token);
            assertThat(next.status()).isEqualTo(200);
            token = next.text("/refresh_token");
        }
        clock.pass(Duration.ofDays(4));

        assertThat(Program.at(port).refresh(token).status()).isEqualTo(401);
    }

    @Test
    void aProofOpensNoOtherSignIn() {
        Program one = program();
        Program other = program();
        clock.pass(LATER);

        stepUp(one, "password", PASSWORD);

        assertThat(other.get("/rooms/safe").status()).isEqualTo(403);
    }

    @Test
    void whoHasASecondFactorProvesItWithThat() {
        Program program = program();
        Armed armed = FactorFixtures.arm(program, clock);
        clock.pass(LATER);

        assertThat(stepUp(program, "password", PASSWORD).text("/code")).isEqualTo("other-factor");
        String code = armed.phone().code();
        assertThat(stepUp(program, "totp", code).status()).isEqualTo(200);
        assertThat(stepUp(program, "totp", code).text("/code")).isEqualTo("wrong-code");
        assertThat(stepUp(program, "recovery_code", armed.recoveryCodes().getFirst())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void guessingThePasswordOfAnOpenSessionIsSlowed() {
        Program program = program();
        clock.pass(LATER);
        for (int i = 0; i < 5; i++) {
            stepUp(program, "password", "guess " + i);
        }

        assertThat(stepUp(program, "password", PASSWORD).status()).isEqualTo(429);
    }

    private Visitor visitor() {
        var visitor = new Visitor(port);
        visitor.fill(at("/sign-in"), at("/sign-in"), Map.of("email", ada, "password", PASSWORD));
        return visitor;
    }

    private String at(String path) {
        return "/t/" + slug + path;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("nowhere, status " + answer.statusCode());
    }

    @Test
    void aPageComesBackAfterTheProof() {
        Visitor visitor = visitor();
        assertThat(visitor.get(at("/rooms/safe")).body()).isEqualTo("safe");
        clock.pass(LATER);

        String ask = location(visitor.get(at("/rooms/safe?shelf=2")));
        assertThat(ask).isEqualTo(at("/step-up?next=%2Frooms%2Fsafe%3Fshelf%3D2"));
        String before = String.valueOf(visitor.cookies.get("gm-session"));
        var answer = visitor.fill(
                ask, at("/step-up"), Map.of("next", "/rooms/safe?shelf=2", "factor", "password", "code", PASSWORD));

        assertThat(location(answer)).isEqualTo(at("/rooms/safe?shelf=2"));
        assertThat(visitor.cookies.get("gm-session")).isNotEqualTo(before);
        assertThat(visitor.get(at("/rooms/safe")).body()).isEqualTo("safe");
    }

    @Test
    void aFormIsNotLost() {
        Visitor visitor = visitor();
        clock.pass(LATER);

        var asked = visitor.fill(at("/me"), at("/rooms/safe"), Map.of("thing", "a \"ring\" & <more>"));
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body())
                .contains("name=\"with.thing\" value=\"a &quot;ring&quot; &amp; &lt;more&gt;\"")
                .contains("name=\"next\" value=\"/rooms/safe\"")
                .contains("name=\"sent\"");
        var carried = Map.of("next", "/rooms/safe", "sent", "yes", "with.thing", "a \"ring\"", "factor", "password");
        var wrong = new java.util.HashMap<>(carried);
        wrong.put("code", "wrong");
        var again = visitor.fill(at("/me"), at("/step-up"), wrong);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"a &quot;ring&quot;\"", "That is wrong");
        wrong.put("code", PASSWORD);
        var done = visitor.fill(at("/me"), at("/step-up"), wrong);

        assertThat(done.body())
                .contains("action=\"" + at("/rooms/safe") + "\"")
                .contains("name=\"thing\" value=\"a &quot;ring&quot;\"");
        assertThat(visitor.fill(at("/me"), at("/rooms/safe"), Map.of("thing", "ring"))
                        .body())
                .isEqualTo("locked away: [ring]");
    }

    @Test
    void aDownloadIsOfferedOnAPage() {
        Visitor visitor = visitor();
        clock.pass(LATER);

        var done = visitor.fill(
                at("/me"),
                at("/step-up"),
                Map.of("next", "/rooms/list.csv?q=a", "factor", "password", "code", PASSWORD));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("href=\"" + at("/rooms/list.csv?q=a") + "\"");
    }

    @Test
    void itLeadsNowhereElse() {
        Visitor visitor = visitor();

        for (String next : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example"}) {
            var away = visitor.fill(
                    at("/me"), at("/step-up"), Map.of("next", next, "factor", "password", "code", PASSWORD));
            assertThat(location(away)).isEqualTo(at("/"));
            var sent = visitor.fill(
                    at("/me"),
                    at("/step-up"),
                    Map.of("next", next, "sent", "yes", "factor", "password", "code", PASSWORD));
            assertThat(sent.body()).contains("action=\"" + at("/") + "\"").doesNotContain("evil");
        }
    }

    @Test
    void htmxIsSentToThePageThatAsks() {
        Visitor visitor = visitor();
        clock.pass(LATER);

        var answer = visitor.get(
                at("/rooms/safe"), "HX-Request", "true", "HX-Current-URL", "http://localhost:" + port + at("/me"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains(at("/step-up?next=%2Fme"));
    }

    @Test
    void strangersAreSentToSignInFirst() {
        assertThat(location(new Visitor(port).get(at("/rooms/safe")))).startsWith(at("/sign-in?next="));
        assertThat(Program.at(port).get("/rooms/safe").status()).isEqualTo(401);
    }
}
