package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Post post;

    @Autowired
    Members members;

    @Autowired
    Tenants tenants;

    private final String slug = anySlug();
    private final String ada = anyone();

    @BeforeEach
    void signUp() {
        Program.at(port).signUp(slug, ada, PASSWORD);
    }

    private HttpResponse<String> signIn(Visitor visitor, String context, String email, String password) {
        return visitor.fill(context + "/sign-in", context + "/sign-in", Map.of("email", email, "password", password));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("nowhere, status " + answer.statusCode());
    }

    @Test
    void signingInLeadsBackToThePageThatWasWanted() {
        var visitor = new Visitor(port);
        String signIn = location(visitor.get("/t/" + slug + "/rooms/lounge?corner=left"));

        assertThat(visitor.get(signIn).body()).contains("value=\"/rooms/lounge?corner=left\"");
        var answer = visitor.fill(
                signIn,
                "/t/" + slug + "/sign-in",
                Map.of("email", ada, "password", PASSWORD, "next", "/rooms/lounge?corner=left"));

        assertThat(location(answer)).isEqualTo("/t/" + slug + "/rooms/lounge?corner=left");
        assertThat(visitor.get("/t/" + slug + "/rooms/lounge").body()).isEqualTo("Ada King");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""})
    void signingInLeadsNowhereElse(String next) {
        var visitor = new Visitor(port);

        var answer = visitor.fill(
                "/t/" + slug + "/sign-in",
                "/t/" + slug + "/sign-in",
                Map.of("email", ada, "password", PASSWORD, "next", next));

        assertThat(location(answer)).isEqualTo("/t/" + slug + "/");
    }

    @Test
    void theOnlyBusinessIsWherePeopleGo() {
        assertThat(location(signIn(new Visitor(port), "", ada, PASSWORD))).isEqualTo("/t/" + slug + "/");
        Program.at(port).signUp(anySlug(), ada, PASSWORD);
        assertThat(location(signIn(new Visitor(port), "", ada, PASSWORD))).isEqualTo("/me/businesses");
    }

    @Test
    void wrongPasswordKeepsTheAddressAndNotThePassword() {
        var answer = signIn(new Visitor(port), "", ada, "not the right one");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"" + ada + "\"", "E-mail or password is wrong")
                .doesNotContain("not the right one");
        assertThat(signIn(new Visitor(port), "", "", "").body())
                .contains("Enter your e-mail address", "Enter your password");
    }

    @Test
    void aPlantedSessionIsNotSignedIn() {
        var victim = new Visitor(port);
        victim.get("/rooms/cupboard");
        String planted = victim.cookies.get("gm-session");
        var attacker = new Visitor(port);
        attacker.cookies.put("gm-session", planted == null ? "" : planted);

        signIn(victim, "", ada, PASSWORD);

        assertThat(planted).isNotNull().isNotEqualTo(victim.cookies.get("gm-session"));
        assertThat(attacker.get("/rooms/hall").body()).startsWith("nobody");
        assertThat(victim.get("/rooms/hall").body()).startsWith(ada);
    }

    @Test
    void cookiesAreOutOfReachForScriptsAndOtherSites() {
        var visitor = new Visitor(port);

        var cookies = signIn(visitor, "/t/" + slug, ada, PASSWORD).headers().allValues("set-cookie");

        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("gm-session"))
                .singleElement()
                .asString()
                .contains("Path=/;", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void lookingAtPagesDoesNotWriteToTheSession() {
        var visitor = new Visitor(port);
        signIn(visitor, "", ada, PASSWORD);
        String before = lastSeen(visitor);

        visitor.get("/me");
        visitor.get("/me/businesses");

        assertThat(lastSeen(visitor)).isEqualTo(before);
    }

    /** The row's version changes with every update, even of a column to what it was. */
    private String lastSeen(Visitor visitor) {
        String id = new String(
                Base64.getDecoder().decode(String.valueOf(visitor.cookies.get("gm-session"))), StandardCharsets.UTF_8);
        return jdbc.sql("select xmin::text from identity.session where session_id = ?")
                .param(id)
                .query((row, index) -> row.getString("xmin"))
                .single();
    }

    @Test
    void signingOutEndsTheSession() {
        var visitor = new Visitor(port);
        signIn(visitor, "", ada, PASSWORD);
        String session = String.valueOf(visitor.cookies.get("gm-session"));

        visitor.fill("/me", "/sign-out", Map.of());

        visitor.cookies.put("gm-session", session);
        assertThat(visitor.get("/rooms/hall").body()).startsWith("nobody");
    }

    @Test
    void oneSessionServesAllBusinessesAndEachKnowsItsOwn() {
        String other = anySlug();
        Program.at(port).signUp(other, anyone(), PASSWORD);
        var visitor = new Visitor(port);
        signIn(visitor, "/t/" + slug, ada, PASSWORD);

        assertThat(visitor.get("/t/" + slug + "/rooms/office").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/t/" + other + "/rooms/wardrobe").body()).isEqualTo(ada);
        assertThat(visitor.get("/t/" + other + "/rooms/hall").body()).isEqualTo(ada + ", a stranger, true");
        assertThat(visitor.get("/t/" + other + "/rooms/lounge").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/t/" + other + "/rooms/office").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsTakenAwayIsGoneAtOnce() {
        String ben = anyone();
        Tenant tenant = tenants.findBySlug(slug).orElseThrow();
        Program.at(port).naming(slug).register(ben, PASSWORD);
        var visitor = new Visitor(port);
        signIn(visitor, "/t/" + slug, ben, PASSWORD);
        assertThat(visitor.get("/t/" + slug + "/rooms/lounge").statusCode()).isEqualTo(200);

        CurrentTenant.run(tenant.id(), () -> {
            var admin = members.current(Program.identityOf(jdbc, ada)).orElseThrow();
            var member = members.current(Program.identityOf(jdbc, ben)).orElseThrow();
            members.change(admin, member.id(), 1, new Members.Change(null, null, null, Set.of("customer"), false));
        });

        assertThat(visitor.get("/t/" + slug + "/rooms/lounge").statusCode()).isEqualTo(403);
    }

    @Test
    void registeringSignsIn() {
        var visitor = new Visitor(port);

        var answer = visitor.fill(
                "/t/" + slug + "/register?next=/rooms/lounge",
                "/t/" + slug + "/register",
                Map.of("firstName", "Mia", "email", anyone(), "password", PASSWORD, "next", "/rooms/lounge"));

        assertThat(location(answer)).isEqualTo("/t/" + slug + "/rooms/lounge");
        assertThat(visitor.get("/t/" + slug + "/rooms/lounge").body()).isEqualTo("Mia");
    }

    @Test
    void registeringWithAnothersAddressAsksForItsPassword() {
        var visitor = new Visitor(port);

        var answer = visitor.fill(
                "/t/" + slug + "/register",
                "/t/" + slug + "/register",
                Map.of("firstName", "Mia", "email", ada, "password", "not hers at all"));

        assertThat(visitor.get(location(answer)).body()).contains("value=\"" + ada + "\"", "Sign in to go on");
        assertThat(visitor.get("/rooms/hall").body()).startsWith("nobody");
    }

    private static Map<String, String> business(String slug) {
        return new HashMap<>(Map.of(
                "name", "Håkon's Garage",
                "slug", slug,
                "domains", "automotive",
                "timeZone", "Europe/Oslo",
                "currency", "NOK",
                "firstName", "Håkon",
                "lastName", "Berg",
                "email", anyone(),
                "password", PASSWORD));
    }

    @Test
    void aBusinessSignsUpOnAPage() {
        var visitor = new Visitor(port);
        String its = anySlug();

        var answer = visitor.fill("/businesses/new", "/businesses/new", business(its));

        assertThat(location(answer)).isEqualTo("/t/" + its + "/");
        assertThat(visitor.get("/t/" + its + "/rooms/office").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/me/businesses").body()).contains("Håkon&#39;s Garage", "/t/" + its + "/", "Owner");
    }

    @Test
    void whatWasTypedStaysExceptPasswords() {
        var fields = business(slug);
        fields.put("password", "short");
        fields.remove("domains");

        String page = new Visitor(port)
                .fill("/businesses/new", "/businesses/new", fields)
                .body();

        assertThat(page)
                .contains(
                        "value=\"Håkon&#39;s Garage\"",
                        "value=\"Berg\"",
                        "Choose at least one",
                        "Take at least 8 characters")
                .containsPattern("value=\"Europe/Oslo\"\\s+selected")
                .containsPattern("value=\"NOK\"\\s+selected")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void refusalsStandBesideTheirFields() {
        var taken = business(slug);
        var known = business(anySlug());
        known.put("email", ada);
        known.put("password", "not the right one");

        assertThat(new Visitor(port)
                        .fill("/businesses/new", "/businesses/new", taken)
                        .body())
                .contains("id=\"slug-error\"", "This address is taken");
        assertThat(new Visitor(port)
                        .fill("/businesses/new", "/businesses/new", known)
                        .body())
                .contains("id=\"password-error\"", "with another password");
    }

    @Test
    void howGoodAPasswordIsStandsBesideIt() {
        var visitor = new Visitor(port);
        String page = "/t/" + slug + "/register";

        assertThat(visitor.fill(page, page, Map.of("firstName", "Mia", "email", anyone(), "password", "letmein!!"))
                        .body())
                .contains("one of the commonest passwords")
                .doesNotContain("letmein!!");
        assertThat(visitor.fill(page, "/password/strength", Map.of("firstName", "Ludmila", "password", "ludmila1"))
                        .body())
                .contains("Whoever knows your name")
                .doesNotContain("<html", "ludmila1");
        assertThat(visitor.fill(page, "/password/strength", Map.of("password", PASSWORD))
                        .body())
                .contains("Good: nobody guesses this soon");
    }

    @Test
    void aMissingNameIsNotAlsoAWrongAddress() {
        var fields = business("");
        fields.put("name", "");

        assertThat(new Visitor(port)
                        .fill("/businesses/new", "/businesses/new", fields)
                        .body())
                .contains("id=\"name-error\"")
                .doesNotContain("id=\"slug-error\"");
    }

    @Test
    void theAddressIsProposedFromTheName() {
        var fields = business("");
        fields.put("name", "Bé " + slug + " & Søn");

        assertThat(location(new Visitor(port).fill("/businesses/new", "/businesses/new", fields)))
                .isEqualTo("/t/be-" + slug + "-s-n/");
    }

    @Test
    void peopleChangeTheirProfile() {
        var visitor = new Visitor(port);
        signIn(visitor, "", ada, PASSWORD);

        var answer = visitor.fill(
                "/me", "/me", Map.of("firstName", "Augusta", "lastName", "King", "phone", "", "revision", "1"));

        assertThat(location(answer)).isEqualTo("/me");
        assertThat(visitor.get("/me").body()).contains("Your profile is saved.", "value=\"Augusta\"");
        assertThat(visitor.fill("/me", "/me", Map.of("firstName", "", "revision", "2"))
                        .body())
                .contains("Tell us your first name");
    }

    private String invite(String email, String role) {
        var admin = new Visitor(port);
        signIn(admin, "/t/" + slug, ada, PASSWORD);
        var answer = admin.fill(
                "/t/" + slug + "/members/invitations",
                "/t/" + slug + "/members/invitations",
                Map.of("email", email, "role", role));
        assertThat(location(answer)).isEqualTo("/t/" + slug + "/members");
        return Objects.requireNonNull(post.to(email).getLast().link()).getPath();
    }

    @Test
    void invitedPeopleJoinTheTeam() {
        String ben = anyone();
        String link = invite(ben, "staff");
        var visitor = new Visitor(port);

        var answer = visitor.fill(link, link, Map.of("firstName", "Ben", "lastName", "Oduya", "password", PASSWORD));

        assertThat(location(answer)).isEqualTo("/t/" + slug + "/");
        assertThat(visitor.get("/t/" + slug + "/rooms/lounge").body()).isEqualTo("Ben Oduya");
        assertThat(visitor.get("/t/" + slug + "/rooms/office").statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void invitedPeopleWhoAreKnownGiveTheirPassword() {
        String mia = anyone();
        Program.at(port).signUp(anySlug(), mia, PASSWORD);
        String link = invite(mia, "admin");

        assertThat(new Visitor(port)
                        .fill(link, link, Map.of("password", "not the right one"))
                        .statusCode())
                .isEqualTo(422);
        var visitor = new Visitor(port);
        visitor.fill(link, link, Map.of("password", PASSWORD));
        assertThat(visitor.get("/t/" + slug + "/rooms/office").statusCode()).isEqualTo(200);
    }

    @Test
    void invitedPeopleWhoAreSignedInOnlyAgree() {
        String mia = anyone();
        Program.at(port).signUp(anySlug(), mia, PASSWORD);
        String link = invite(mia, "staff");
        var visitor = new Visitor(port);
        signIn(visitor, "", mia, PASSWORD);

        assertThat(visitor.get(link).body()).doesNotContain("name=\"password\"");
        visitor.fill(link, link, Map.of());
        assertThat(visitor.get("/t/" + slug + "/rooms/lounge").statusCode()).isEqualTo(200);
    }
}
