package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Coming in by another site. */
class ProvidersTests extends AnotherSite {

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
