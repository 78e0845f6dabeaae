package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.identity.Program.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInsTests {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private static final Pattern END = Pattern.compile("action=\"(/me/sessions/[^\"]+/end)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    @Autowired
    Post post;

    private final String ada = anyone();

    @BeforeEach
    void signUp() {
        Program.at(port).signUp(anySlug(), ada, PASSWORD);
    }

    private Visitor browser(String userAgent) {
        var visitor = new Visitor(port);
        visitor.fill("/sign-in", "/sign-in", Map.of("email", ada, "password", PASSWORD), "User-Agent", userAgent);
        return visitor;
    }

    @Test
    void thePageTellsBrowsersAndPrograms() {
        Visitor here = browser(FIREFOX);
        browser(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1");
        Program.at(port).as(ada);

        String page = here.get("/me/sessions").body();

        assertThat(page).contains("Firefox on Linux", "Safari on iPhone", "Java-http-client", "program", "127.0.0.1");
        assertThat(page).containsOnlyOnce(">here<");
        assertThat(END.matcher(page).results()).hasSize(2);
    }

    @Test
    void aSessionEndsAfterTwelveHoursOfRest() {
        Visitor resting = browser(FIREFOX);
        assertThat(resting.get("/rooms/hall").body()).startsWith(ada);

        jdbc.sql("""
                update identity.session set last_access_time = last_access_time - :rest, expiry_time = expiry_time - :rest
                where principal_name = :person
                """)
                .param("rest", Duration.ofHours(12).toMillis())
                .param("person", Program.identityOf(jdbc, ada).toString())
                .update();

        assertThat(resting.get("/rooms/hall").body()).startsWith("nobody");
    }

    @Test
    void oneIsEndedFromAnother() {
        Visitor here = browser(FIREFOX);
        Visitor there = browser("curl/8.5.0");
        Matcher end = END.matcher(here.get("/me/sessions").body());
        assertThat(end.find()).isTrue();

        here.fill("/me/sessions", end.group(1), Map.of());

        assertThat(there.get("/rooms/hall").body()).startsWith("nobody");
        assertThat(here.get("/me/sessions").body())
                .contains("You are signed out there.")
                .doesNotContain("curl");
    }

    @Test
    void allOthersEndAtOnce() {
        Visitor here = browser(FIREFOX);
        Visitor there = browser(FIREFOX);
        Program program = Program.at(port).as(ada);
        assertThat(program.get("/me").status()).isEqualTo(200);

        here.fill("/me/sessions", "/me/sessions/end-others", Map.of());

        assertThat(there.get("/rooms/hall").body()).startsWith("nobody");
        assertThat(program.get("/me").status()).isEqualTo(401);
        assertThat(here.get("/rooms/hall").body()).startsWith(ada);
    }

    @Test
    void anOperatorEndsAllOfThem() {
        Visitor there = browser(FIREFOX);
        Program program = Program.at(port).as(ada);
        assertThat(program.get("/me").status()).isEqualTo(200);
        String olu = anyone();
        Program.at(port).signUp(anySlug(), olu, PASSWORD);
        jdbc.sql("update identity.identity set operator = true where email = ?")
                .param(olu)
                .update();
        var operator = new Visitor(port);
        operator.fill("/sign-in", "/sign-in", Map.of("email", olu, "password", PASSWORD));
        String page = "/operator/sign-outs";

        assertThat(operator.fill(page, page, Map.of("email", anyone())).body())
                .contains("Nobody signs in here by this address");
        operator.fill(page, page, Map.of("email", ada));

        assertThat(operator.get(page).body()).contains("They are signed out everywhere, and told by mail.");
        assertThat(there.get("/rooms/hall").body()).startsWith("nobody");
        assertThat(program.get("/me").status()).isEqualTo(401);
        assertThat(post.keysTo(ada)).contains("identity.mail.signed-out");
        assertThat(new Lines(platform).about(Program.identityOf(jdbc, ada)))
                .contains("person.signed_out operator {\"where\":\"everywhere\"}");

        Program.at(port).as(ada);
        Answer again = Program.at(port).as(olu).post("/platform/sign-outs", Map.of("email", ada));
        assertThat(again.text("/browsers") + again.text("/programs")).isEqualTo("01");
        assertThat(program.post("/platform/sign-outs", Map.of("email", olu)).status())
                .isEqualTo(401);
    }

    @Test
    void programsSeeAndEndThemToo() {
        Visitor there = browser(FIREFOX);
        Program program = Program.at(port).as(ada);

        Answer list = program.get("/me/sessions");

        assertThat(list.body().at("/data").size()).isEqualTo(2);
        assertThat(list.text("/data/0/kind")).isEqualTo("program");
        assertThat(list.body().at("/data/0/current").asBoolean()).isTrue();
        assertThat(list.text("/data/1/device")).isEqualTo("Firefox");
        assertThat(list.text("/data/1/system")).isEqualTo("Linux");
        assertThat(list.raw().body()).doesNotContain(String.valueOf(there.cookies.get("gm-session")));
        assertThat(program.send("DELETE", "/me/sessions/" + list.text("/data/1/id"), Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(there.get("/rooms/hall").body()).startsWith("nobody");
    }

    @Test
    void nobodyEndsAnothers() {
        Visitor there = browser(FIREFOX);
        Program owner = Program.at(port).as(ada);
        String session = owner.get("/me/sessions").text("/data/1/id");
        String family = owner.get("/me/sessions").text("/data/0/id");
        String eve = anyone();
        Program.at(port).signUp(anySlug(), eve, PASSWORD);
        Program stranger = Program.at(port).as(eve);

        for (String id : new String[] {session, family, UUID.randomUUID().toString()}) {
            assertThat(stranger.send("DELETE", "/me/sessions/" + id, Map.of()).status())
                    .isEqualTo(404);
        }
        stranger.send("DELETE", "/me/sessions", Map.of());
        assertThat(there.get("/rooms/hall").body()).startsWith(ada);
        assertThat(owner.get("/me").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheAccessTokenToo() {
        Program program = Program.at(port).as(ada);
        assertThat(program.get("/me").status()).isEqualTo(200);

        program.post("/auth/logout", Map.of());

        assertThat(program.get("/me").status()).isEqualTo(401);
    }
}
