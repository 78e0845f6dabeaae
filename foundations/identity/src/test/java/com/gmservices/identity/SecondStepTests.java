package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.FactorFixtures.Armed;
import com.gmservices.identity.factors.Phone;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(FactorFixtures.class)
class SecondStepTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Post post;

    private static final String NEXT = "seven red kites over town";

    private final String slug = anySlug();
    private final String ada = anyone();

    @BeforeEach
    void signUp() {
        Program.at(port).signUp(slug, ada, PASSWORD);
    }

    private Armed arm() {
        return FactorFixtures.arm(Program.at(port).naming(slug).as(ada), clock);
    }

    private Visitor atTheSecondStep() {
        var person = new Visitor(port);
        var answer = person.fill(
                at("/sign-in"), at("/sign-in"), Map.of("email", ada, "password", PASSWORD, "next", "/rooms/lounge"));
        assertThat(location(answer)).isEqualTo(at("/sign-in/step?next=%2Frooms%2Flounge"));
        return person;
    }

    private HttpResponse<String> show(Visitor person, String factor, String code) {
        return person.fill(
                at("/sign-in/step"),
                at("/sign-in/step"),
                Map.of("factor", factor, "code", code, "next", "/rooms/lounge"));
    }

    private String at(String path) {
        return "/t/" + slug + path;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("nowhere, status " + answer.statusCode());
    }

    @Test
    void signingInTakesTwoStepsEachUnderANewSession() {
        Armed armed = arm();
        Visitor person = atTheSecondStep();
        String between = String.valueOf(person.cookies.get("gm-session"));

        assertThat(person.get("/rooms/hall").body()).startsWith("nobody");
        assertThat(location(person.get(at("/rooms/lounge")))).startsWith(at("/sign-in/step?next="));
        var done = show(person, "totp", armed.phone().code());

        assertThat(location(done)).isEqualTo(at("/rooms/lounge"));
        assertThat(person.get(at("/rooms/lounge")).body()).isEqualTo("Ada King");
        assertThat(person.cookies.get("gm-session")).isNotEqualTo(between);
        var planted = new Visitor(port);
        planted.cookies.put("gm-session", between);
        assertThat(planted.get("/rooms/hall").body()).startsWith("nobody");
    }

    @Test
    void aWrongCodeAsksAgainAndARecoveryCodeHelps() {
        Armed armed = arm();
        Visitor person = atTheSecondStep();

        var wrong = show(person, "totp", armed.phone().wrongCode());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("That is wrong", "Use a recovery code instead");
        assertThat(person.get(at("/sign-in/step?factor=recovery_code")).body()).contains("Recovery code");

        assertThat(location(show(person, "recovery_code", armed.recoveryCodes().getFirst())))
                .isEqualTo(at("/rooms/lounge"));
    }

    @Test
    void theSecondStepEndsAfterTenMinutes() {
        Armed armed = arm();
        Visitor person = atTheSecondStep();
        String page = person.get(at("/sign-in/step")).body();
        clock.pass(Duration.ofMinutes(10));

        var late = person.post(
                at("/sign-in/step"),
                Map.of("factor", "totp", "code", armed.phone().code(), "_csrf", csrf(page)));

        assertThat(location(late)).isEqualTo(at("/sign-in"));
        assertThat(person.get("/rooms/hall").body()).startsWith("nobody");
    }

    @Test
    void registeringElsewhereOrFoundingABusinessIsNoWayAroundIt() {
        arm();
        String other = anySlug();
        Program.at(port).signUp(other, anyone(), PASSWORD);
        var person = new Visitor(port);

        var registered = person.fill(
                "/t/" + other + "/register",
                "/t/" + other + "/register",
                Map.of("firstName", "Ada", "email", ada, "password", PASSWORD));

        assertThat(location(registered)).startsWith("/t/" + other + "/sign-in/step");
        assertThat(person.get("/rooms/hall").body()).startsWith("nobody");
    }

    @Test
    void aMailedLinkIsTheFirstStepOnly() {
        Armed armed = arm();
        var person = new Visitor(port);
        person.fill(at("/sign-in/link"), at("/sign-in/link"), Map.of("email", ada));
        String link = post.linkTo(ada, "identity.mail.sign-in");

        var opened = person.fill(link, link, Map.of());

        assertThat(location(opened)).isEqualTo(at("/sign-in/step"));
        assertThat(person.get("/rooms/hall").body()).startsWith("nobody");
        show(person, "totp", armed.phone().code());
        assertThat(person.get("/rooms/hall").body()).startsWith(ada);
    }

    @Test
    void programsThatBringAMailedLinkAreAskedForItToo() {
        arm();
        Program.at(port).naming(slug).post("/auth/link", Map.of("email", ada));

        var answer = Program.at(port)
                .naming(slug)
                .post("/auth/link/consume", Map.of("token", tokenOf("identity.mail.sign-in")));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("/code")).isEqualTo("mfa-required");
        assertThat(answer.body().has("access_token")).isFalse();
    }

    @Test
    void aNewPasswordTakesNoFactorAway() {
        Armed armed = arm();
        Program.at(port).post("/auth/password/forgot", Map.of("email", ada));
        Program.at(port)
                .post("/auth/password/reset", Map.of("token", tokenOf("identity.mail.password"), "password", NEXT));

        var answer = Program.at(port).naming(slug).login(ada, NEXT);

        assertThat(answer.text("/code")).isEqualTo("mfa-required");
        assertThat(Program.at(port)
                        .post(
                                "/auth/mfa/challenge",
                                Map.of(
                                        "mfa_token",
                                        answer.text("/mfa_token"),
                                        "factor",
                                        "totp",
                                        "code",
                                        armed.phone().code()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withAFactorOnThePresentPasswordIsNotEnoughForAnotherOne() {
        Program program = Program.at(port).naming(slug).as(ada);
        Armed armed = FactorFixtures.arm(program, clock);
        Visitor person = atTheSecondStep();
        show(person, "totp", armed.phone().code());
        clock.pass(Duration.ofMinutes(6));

        assertThat(location(person.get("/me/password"))).isEqualTo("/step-up?next=/me/password");
        var stale = person.fill("/me", "/me/password", Map.of("presentPassword", PASSWORD, "password", NEXT));
        assertThat(location(stale)).isEqualTo("/step-up?next=/me/password");
        assertThat(program.post("/me/password", Map.of("present_password", PASSWORD, "password", NEXT))
                        .text("/code"))
                .isEqualTo("step-up-required");
        program.post(
                "/auth/step-up", Map.of("factor", "totp", "code", armed.phone().code()));
        assertThat(program.post("/me/password", Map.of("present_password", PASSWORD, "password", NEXT))
                        .status())
                .isEqualTo(204);
    }

    private String tokenOf(String key) {
        String link = post.linkTo(ada, key);
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    void signingInAsSomebodyWithTwoStepsEndsTheSessionOfWhoWasThere() {
        arm();
        String bo = anyone();
        Program.at(port).naming(slug).register(bo, PASSWORD);
        var person = new Visitor(port);
        person.fill("/sign-in", "/sign-in", Map.of("email", bo, "password", PASSWORD));
        assertThat(person.get("/rooms/hall").body()).startsWith(bo);

        person.fill("/me", "/sign-in", Map.of("email", ada, "password", PASSWORD));

        assertThat(person.get("/rooms/hall").body()).startsWith("nobody");
    }

    @Test
    void itIsSetUpOnPagesWithoutScript() {
        var person = new Visitor(port);
        person.fill("/sign-in", "/sign-in", Map.of("email", ada, "password", PASSWORD));
        assertThat(person.get("/me/security").body())
                .contains("Authenticator app")
                .doesNotContain("Recovery codes");

        assertThat(location(person.fill("/me/security", "/me/security/authenticator", Map.of())))
                .isEqualTo("/me/security/authenticator");
        String page = person.get("/me/security/authenticator").body();
        assertThat(page).contains("<svg xmlns=");
        Phone phone = Phone.with(find(page, "gm-secret\">([A-Z2-7 ]+)<").replace(" ", ""), clock);
        var wrong = person.fill(
                "/me/security/authenticator", "/me/security/authenticator/verify", Map.of("code", phone.wrongCode()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("That is wrong", "<svg xmlns=");
        String code = phone.code();
        var codes = person.fill(
                "/me/security/authenticator",
                "/me/security/authenticator/verify",
                Map.of("code", code.substring(0, 3) + " " + code.substring(3)));

        assertThat(Pattern.compile("<code>(\\w{4}-){3}\\w{4}</code>")
                        .matcher(codes.body())
                        .results())
                .hasSize(10);
        assertThat(person.get("/me/security").body())
                .contains("Recovery codes", "10 are left")
                .doesNotContainPattern("<code>");
        assertThat(location(person.fill("/me/security", "/me/security/authenticator/remove", Map.of())))
                .isEqualTo("/me/security");
        assertThat(person.get("/me/security").body()).contains("It is removed").doesNotContain("Recovery codes");
    }

    @Test
    void aBusinessThatAsksForItLeadsItsTeamThere() {
        Program admin = Program.at(port).naming(slug).as(ada);
        demandIt(admin);
        var person = new Visitor(port);
        person.fill("/sign-in", "/sign-in", Map.of("email", ada, "password", PASSWORD));

        assertThat(admin.get("/rooms/office").text("/code")).isEqualTo("mfa-enrolment-required");
        assertThat(admin.get("/rooms/lounge").status()).isEqualTo(403);
        assertThat(location(person.get(at("/rooms/office")))).isEqualTo(at("/me/security?needed=team"));
        assertThat(person.get(at("/me/security?needed=team")).body()).contains("asks its team for a second factor");
        FactorFixtures.arm(admin, clock);

        assertThat(admin.get("/rooms/office").status()).isEqualTo(200);
        assertThat(person.get(at("/rooms/office")).body()).isEqualTo("office");
    }

    @Test
    void customersOfThatBusinessAreNotAsked() {
        String mia = anyone();
        Program.at(port).naming(slug).register(mia, PASSWORD);
        demandIt(Program.at(port).naming(slug).as(ada));

        assertThat(Program.at(port).naming(slug).as(mia).get("/rooms/lounge").status())
                .isEqualTo(200);
    }

    private static void demandIt(Program admin) {
        var changed = admin.send("PATCH", "/tenant", Map.of("second_factor_required", true), "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
    }

    private static String csrf(String page) {
        return find(page, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    }

    private static String find(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
