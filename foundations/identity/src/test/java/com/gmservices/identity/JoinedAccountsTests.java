package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anyone;
import static com.gmservices.identity.Together.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.identity.factors.Phone;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account here and one at another site: joined, and parted again. */
class JoinedAccountsTests extends AnotherSite {

    @Autowired
    @PlatformDatabase
    private JdbcClient platform;

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
}
