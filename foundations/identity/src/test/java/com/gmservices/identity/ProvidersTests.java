package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static com.gmservices.identity.Together.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.identity.factors.Phone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gm.base-url=https://gm.example",
            "gm.sign-in.google.client-id=gm",
            "gm.sign-in.google.client-secret=secret",
            "gm.sign-in.linkedin.client-id=gm",
            "gm.sign-in.linkedin.client-secret=secret",
            "gm.sign-in.github.client-id=gm",
            "gm.sign-in.github.client-secret=secret"
        })
class ProvidersTests {

    private static final AuthorizationServer GOOGLE = new AuthorizationServer();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Post post;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    private final String grace = UUID.randomUUID().toString();
    private final String address = anyone();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("gm.sign-in.google.issuer", GOOGLE::issuer);
    }

    @AfterAll
    static void close() throws Exception {
        GOOGLE.close();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("nowhere, status " + answer.statusCode());
    }

    /** By the button on the page of sign-in, or on the profile of whoever has signed in. */
    private String setOut(Visitor visitor, String provider) {
        String page = visitor.get("/me").statusCode() == 200 ? "/me" : "/sign-in";
        return location(visitor.fill(page, "/sign-in/providers/" + provider, Map.of()));
    }

    /** From our page to the other site, which sends the browser back with a code. */
    private String wayBack(Visitor visitor, String person) {
        URI there = URI.create(setOut(visitor, "google"));
        try {
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(there)
                            .header(AuthorizationServer.PERSON, person)
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            URI back = URI.create(location(answer));
            assertThat(back.toString()).startsWith(AuthorizationServer.RETURN);
            return back.getRawPath() + "?" + back.getRawQuery();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String comeBack(Visitor visitor, String person) {
        return location(visitor.get(wayBack(visitor, person)));
    }

    private void register(String email) {
        Program.at(port).signUp(anySlug(), email, PASSWORD);
    }

    private void verify(String email) {
        String link = post.linkTo(email, "identity.mail.address");
        Program.at(port).post("/auth/verify-email", Map.of("token", link.substring(link.lastIndexOf('/') + 1)));
    }

    private static String whoIs(Visitor visitor) {
        return visitor.get("/rooms/hall").body();
    }

    @Test
    void buttonsStandOnThePage() {
        assertThat(new Visitor(port).get("/sign-in").body())
                .contains("Go on with Google", "Go on with LinkedIn", "Go on with GitHub");
    }

    @Test
    void theWayIsProtected() {
        String google = setOut(new Visitor(port), "google");
        String linkedin = setOut(new Visitor(port), "linkedin");
        String github = setOut(new Visitor(port), "github");

        assertThat(google).contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
        assertThat(linkedin)
                .startsWith("https://www.linkedin.com/oauth/v2/authorization?")
                .contains("state=")
                .doesNotContain("nonce=", "code_challenge");
        assertThat(github)
                .startsWith("https://github.com/login/oauth/authorize?")
                .contains("state=", "code_challenge=", "user:email");
    }

    @Test
    void nobodySetsOutByALink() {
        var visitor = new Visitor(port);

        assertThat(visitor.get("/oauth2/authorization/google").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/sign-in/providers/google").statusCode()).isEqualTo(405);
        assertThat(visitor.post("/sign-in/providers/google", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(visitor.fill("/sign-in", "/sign-in/providers/myspace", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void noSiteAnswersForAnother() {
        GOOGLE.knows(grace, address, true);
        var visitor = new Visitor(port);
        String back = wayBack(visitor, grace).replace("/google?", "/github?");

        assertThat(location(visitor.get(back))).isEqualTo("/sign-in");

        assertThat(visitor.get("/sign-in").body()).contains("did not tell us who you are");
        assertThat(whoIs(visitor)).startsWith("nobody");
    }

    @Test
    void whoeverIsNewComesWithAProvenAddress() {
        GOOGLE.knows(grace, address, true);
        var visitor = new Visitor(port);

        assertThat(comeBack(visitor, grace)).isEqualTo("/sign-in");

        assertThat(whoIs(visitor)).startsWith(address);
        assertThat(visitor.get("/me").body()).contains("value=\"Grace\"", "confirmed");
        assertThat(Program.at(port).login(address, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void theirNameThereIsWhatCounts() {
        GOOGLE.knows(grace, address, true);
        comeBack(new Visitor(port), grace);
        GOOGLE.knows(grace, anyone(), false);
        var visitor = new Visitor(port);

        comeBack(visitor, grace);

        assertThat(whoIs(visitor)).startsWith(address);
    }

    @Test
    void anAccountWhoseAddressIsNotProvenIsNotJoined() {
        register(address);
        GOOGLE.knows(grace, address, true);
        var visitor = new Visitor(port);

        assertThat(comeBack(visitor, grace)).isEqualTo("/sign-in");

        assertThat(visitor.get("/sign-in").body()).contains("Somebody has an account here with that address");
        assertThat(whoIs(visitor)).startsWith("nobody");
    }

    @Test
    void anAddressThatTheOtherSiteHasNotProvenOpensNothing() {
        register(address);
        verify(address);
        GOOGLE.knows(grace, address, false);
        var visitor = new Visitor(port);

        comeBack(visitor, grace);

        assertThat(visitor.get("/sign-in").body()).contains("has not confirmed your address");
        assertThat(whoIs(visitor)).startsWith("nobody");
    }

    @Test
    void twoProvenAddressesAreOnePerson() {
        register(address);
        verify(address);
        GOOGLE.knows(grace, address, true);
        var visitor = new Visitor(port);

        comeBack(visitor, grace);

        assertThat(whoIs(visitor)).startsWith(address);
        assertThat(visitor.get("/me").body()).contains("value=\"Ada\"");
    }

    @Test
    void whoeverHasSignedInJoinsTheTwo() {
        register(address);
        GOOGLE.knows(grace, anyone(), false);
        var visitor = new Visitor(port);
        visitor.fill("/sign-in", "/sign-in", Map.of("email", address, "password", PASSWORD));

        assertThat(comeBack(visitor, grace)).isEqualTo("/me");

        var elsewhere = new Visitor(port);
        comeBack(elsewhere, grace);
        assertThat(whoIs(elsewhere)).startsWith(address);
        register("x" + address);
        var other = new Visitor(port);
        other.fill("/sign-in", "/sign-in", Map.of("email", "x" + address, "password", PASSWORD));
        comeBack(other, grace);
        assertThat(other.get("/me").body()).contains("signs in somebody else here already");
        assertThat(whoIs(other)).startsWith("x" + address);
    }

    @Test
    void whoHasASecondFactorIsAskedForIt() {
        join();
        Program program = Program.at(port).as(address);
        Phone phone = FactorFixtures.phone(program, Clock.systemUTC());
        program.post("/auth/mfa/totp/verify", Map.of("code", phone.code()));
        var visitor = new Visitor(port);

        assertThat(comeBack(visitor, grace)).isEqualTo("/sign-in/step");

        assertThat(whoIs(visitor)).startsWith("nobody");
    }

    @Test
    void anOpenBrowserDoesNotJoinTheTwo() {
        register(address);
        GOOGLE.knows(grace, anyone(), false);
        var visitor = new Visitor(port);
        visitor.fill("/sign-in", "/sign-in", Map.of("email", address, "password", PASSWORD));
        jdbc.sql("update identity.session_attributes set attribute_bytes = ? where attribute_name = 'proven-at'")
                .param(serialized(Instant.now().minusSeconds(360)))
                .update();

        assertThat(comeBack(visitor, grace)).isEqualTo("/step-up?next=/me");

        assertThat(whoIs(visitor)).startsWith(address);
        var elsewhere = new Visitor(port);
        comeBack(elsewhere, grace);
        assertThat(whoIs(elsewhere)).startsWith("nobody");
    }

    private static byte[] serialized(Instant time) {
        return Objects.requireNonNull(new SerializingConverter().convert(time));
    }

    /** Somebody with a password here who signs in by the other site too. */
    private Visitor join() {
        register(address);
        GOOGLE.knows(grace, anyone(), false);
        var visitor = new Visitor(port);
        visitor.fill("/sign-in", "/sign-in", Map.of("email", address, "password", PASSWORD));
        comeBack(visitor, grace);
        return visitor;
    }

    @Test
    void theTwoArePartedAgain() {
        Visitor visitor = join();
        assertThat(visitor.get("/me").body())
                .contains("You sign in with Google")
                .doesNotContain("with Google too");

        visitor.fill("/me", "/me/providers/google/remove", Map.of());

        assertThat(visitor.get("/me").body()).contains("That account signs you in no more", "Sign in with Google too");
        var elsewhere = new Visitor(port);
        comeBack(elsewhere, grace);
        assertThat(whoIs(elsewhere)).startsWith("nobody");
        assertThat(post.keysTo(address)).contains("identity.mail.provider-joined", "identity.mail.provider-removed");
        assertThat(new Lines(platform).about(Program.identityOf(jdbc, address)))
                .contains(
                        "person.provider_joined person {\"provider\":\"google\"}",
                        "person.provider_removed person {\"provider\":\"google\"}");
        assertThat(new Lines(platform).ofPlatform("google")).contains("person.turned_away nobody {\"by\":\"google\"}");
    }

    @Test
    void theLastWayToSignInIsLeft() {
        GOOGLE.knows(grace, address, true);
        var visitor = new Visitor(port);
        comeBack(visitor, grace);

        visitor.fill("/me", "/me/providers/google/remove", Map.of());
        assertThat(visitor.get("/me").body())
                .contains("You sign in by nothing else yet", "/password/forgot", "You sign in with Google");

        visitor.fill("/password/forgot", "/password/forgot", Map.of("email", address));
        String link = post.linkTo(address, "identity.mail.password");
        visitor.fill(link, link, Map.of("password", PASSWORD));
        Program program = Program.at(port).as(address);
        assertThat(program.get("/me/providers").text("/data/0/provider")).isEqualTo("google");
        assertThat(program.send("DELETE", "/me/providers/github", Map.of()).status())
                .isEqualTo(404);
        assertThat(program.send("DELETE", "/me/providers/google", Map.of()).status())
                .isEqualTo(204);
        assertThat(program.get("/me/providers").body().at("/data")).isEmpty();
    }

    @Test
    void ofTwoThatAreRemovedAtOnceOneStays() throws Exception {
        GOOGLE.knows(grace, address, true);
        var here = new Visitor(port);
        var there = new Visitor(port);
        comeBack(here, grace);
        comeBack(there, grace);
        UUID id = Program.identityOf(jdbc, address).value();
        jdbc.sql(
                        "insert into identity.external_login (provider, subject, identity_id, created_at) values ('github', ?, ?, now())")
                .params(grace, id)
                .update();

        atOnce(
                () -> here.fill("/me", "/me/providers/google/remove", Map.of()),
                () -> there.fill("/me", "/me/providers/github/remove", Map.of()));

        assertThat(jdbc.sql("select count(*) from identity.external_login where identity_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aCodeServesTheBrowserThatAskedForIt() {
        GOOGLE.knows(grace, address, true);
        String back = wayBack(new Visitor(port), grace);
        var victim = new Visitor(port);

        assertThat(location(victim.get(back))).isEqualTo("/sign-in");
        assertThat(victim.get("/sign-in").body()).contains("did not tell us who you are");
        assertThat(whoIs(victim)).startsWith("nobody");
    }

    @Test
    void aCodeServesOnce() {
        GOOGLE.knows(grace, address, true);
        var visitor = new Visitor(port);
        String back = wayBack(visitor, grace);
        visitor.get(back);

        assertThat(whoIs(visitor)).startsWith(address);
        visitor.get(back);
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingOfTheOtherSiteIsKept() {
        GOOGLE.knows(grace, address, true);
        var visitor = new Visitor(port);
        comeBack(visitor, grace);

        assertThat(jdbc.sql("""
                select a.attribute_name from identity.session_attributes a
                join identity.session s on s.primary_id = a.session_primary_id where s.principal_name = ?
                """)
                        .param(Program.identityOf(jdbc, address).toString())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("SPRING_SECURITY_CONTEXT", "gm.visit", "proven-at");
    }
}
