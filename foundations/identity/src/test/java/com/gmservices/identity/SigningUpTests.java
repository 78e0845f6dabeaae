package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static com.gmservices.identity.Together.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.Program.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SigningUpTests {

    @LocalServerPort
    int port;

    @Autowired
    Post post;

    @Test
    void ownerIsTheFirstAdministrator() {
        String owner = anyone();
        String slug = anySlug();

        assertThat(Program.at(port).signUp(slug, owner, PASSWORD).status()).isEqualTo(201);

        Answer me = Program.at(port).naming(slug).as(owner).get("/me");
        assertThat(me.text("/email")).isEqualTo(owner);
        assertThat(me.text("/member/roles/0")).isEqualTo("admin");
        Answer memberships = Program.at(port).as(owner).get("/me/memberships");
        assertThat(memberships.text("/data/0/tenant/slug")).isEqualTo(slug);
        assertThat(memberships.body().at("/data/0/owner").asBoolean()).isTrue();
    }

    @Test
    void onePersonFoundsManyBusinesses() {
        String owner = anyone();
        Program.at(port).signUp(anySlug(), owner, PASSWORD);

        assertThat(Program.at(port).signUp(anySlug(), owner, PASSWORD).status()).isEqualTo(201);
        Answer wrong = Program.at(port).signUp(anySlug(), owner, "another password");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/errors/0/pointer")).isEqualTo("/owner/password");
        assertThat(Program.at(port)
                        .as(owner)
                        .get("/me/memberships")
                        .body()
                        .at("/data")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void oneOfTwoGetsTheSlug() throws Exception {
        String slug = anySlug();

        List<Integer> statuses = atOnce(
                () -> Program.at(port).signUp(slug, anyone(), PASSWORD).status(),
                () -> Program.at(port).signUp(slug, anyone(), PASSWORD).status());

        assertThat(statuses).containsExactlyInAnyOrder(201, 422);
    }

    @Test
    void whoeverComesTwiceAtOnceIsOnePerson() throws Exception {
        String owner = anyone();

        List<Integer> statuses = atOnce(
                () -> Program.at(port).signUp(anySlug(), owner, PASSWORD).status(),
                () -> Program.at(port).signUp(anySlug(), owner, PASSWORD).status());

        assertThat(statuses).containsExactly(201, 201);
        assertThat(Program.at(port)
                        .as(owner)
                        .get("/me/memberships")
                        .body()
                        .at("/data")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void registeringTellsNobodyWhoIsKnown() {
        String slug = anySlug();
        Program.at(port).signUp(slug, anyone(), PASSWORD);
        Program program = Program.at(port).naming(slug);
        String mia = anyone();

        Answer first = program.register(mia, PASSWORD);
        Answer again = program.register(mia, "somebody else's guess");

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(post.keysTo(mia)).containsExactly("identity.mail.address", "identity.mail.known-address");
        assertThat(program.login(mia, "somebody else's guess").status()).isEqualTo(401);
    }

    @Test
    void theRightPasswordJoinsAnotherBusiness() {
        String one = anySlug();
        String two = anySlug();
        Program.at(port).signUp(one, anyone(), PASSWORD);
        Program.at(port).signUp(two, anyone(), PASSWORD);
        String mia = anyone();
        Program.at(port).naming(one).register(mia, PASSWORD);

        assertThat(Program.at(port).naming(two).login(mia, PASSWORD).status()).isEqualTo(401);
        assertThat(Program.at(port).naming(two).register(mia, PASSWORD).status())
                .isEqualTo(201);
        assertThat(Program.at(port).naming(two).login(mia, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void customersAreNotMadeWithoutABusiness() {
        assertThat(Program.at(port).register(anyone(), PASSWORD).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🔑🐎🔋📎 correct", "nul\u0000in the middle", "pässwörter sind lang"})
    void anyTextIsAPassword(String password) {
        canSignInWith(password);
    }

    @Test
    void longPassphrasesAreTaken() {
        canSignInWith(String.join("", Collections.nCopies(128, "four kilobytes of a secret text.")));
    }

    private void canSignInWith(String password) {
        String owner = anyone();

        assertThat(Program.at(port).signUp(anySlug(), owner, password).status()).isEqualTo(201);
        assertThat(Program.at(port).login(owner, password).status()).isEqualTo(200);
        assertThat(Program.at(port).login(owner, password + "x").status()).isIn(401, 422);
        assertThat(Program.at(port)
                        .login(owner, password.substring(0, password.length() - 1))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void weakPasswordsAreRefusedWhoeverIsKnown() {
        String slug = anySlug();
        String ada = anyone();
        Program.at(port).signUp(slug, ada, PASSWORD);

        Answer known = Program.at(port).naming(slug).register(ada, "password123");
        Answer unknown = Program.at(port).naming(slug).register(anyone(), "password123");

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(known.text("/errors/0/pointer")).isEqualTo("/password");
        assertThat(Program.at(port)
                        .signUp(anySlug(), anyone(), "Harbour Garage")
                        .text("/errors/0/pointer"))
                .isEqualTo("/owner/password");
    }

    @Test
    void whatTheDatabaseCannotStoreIsRefused() {
        Map<String, Object> nul =
                Map.of("email", anyone(), "password", PASSWORD, "first_name", "M\u0000ia", "last_name", "O");
        String slug = anySlug();
        Program.at(port).signUp(slug, anyone(), PASSWORD);

        assertThat(Program.at(port).naming(slug).post("/auth/register", nul).status())
                .isEqualTo(422);
        assertThat(Program.at(port).login("nul\u0000@example.com", PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void addressesDifferInMoreThanCase() {
        String owner = anyone();
        Program.at(port).signUp(anySlug(), owner, PASSWORD);

        assertThat(Program.at(port)
                        .login(owner.toUpperCase(Locale.ROOT), PASSWORD)
                        .status())
                .isEqualTo(200);
    }
}
