package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static com.gmservices.identity.Together.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.Program.Answer;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class InvitationTests {

    @LocalServerPort
    int port;

    @Autowired
    Post post;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final String slug = anySlug();
    private final String ada = anyone();
    private final String ben = anyone();

    @Autowired
    SpentLinks links;

    @BeforeEach
    void signUp() {
        Program.at(port).signUp(slug, ada, PASSWORD);
    }

    @Test
    void whatIsLongSpentIsForgotten() {
        String efe = anyone();
        invite(ben, "staff");
        invite(efe, "staff");
        accept(tokenOf(efe), PASSWORD);
        pass(efe, SpentLinks.KEPT.plusDays(8));
        links.forget();

        assertThat(invited()).containsExactly(ben);
    }

    private void pass(String email, Duration time) {
        inside(() -> jdbc.sql("update identity.invitation set expires_at = expires_at - ?::interval where email = ?")
                .params(time.toString(), email)
                .update());
    }

    private List<String> invited() {
        return inside(() -> jdbc.sql("select email from identity.invitation")
                .query(String.class)
                .list());
    }

    private <T> T inside(Supplier<T> work) {
        TenantId id = tenants.findBySlug(slug).orElseThrow().id();
        return CurrentTenant.call(id, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }

    private Answer invite(String email, String role) {
        return Program.at(port).naming(slug).as(ada).post("/members/invitations", Map.of("email", email, "role", role));
    }

    private String tokenOf(String email) {
        String path = Objects.requireNonNull(post.to(email).getLast().link()).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Answer accept(String token, String password) {
        return Program.at(port)
                .post(
                        "/auth/invitations/accept",
                        Map.of("token", token, "password", password, "first_name", "Ben", "last_name", "Oduya"));
    }

    @Test
    void acceptingSignsInForTheBusiness() {
        assertThat(invite(ben, "staff").status()).isEqualTo(201);

        Answer accepted = accept(tokenOf(ben), PASSWORD);

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("/user/member/roles/0")).isEqualTo("staff");
        assertThat(Program.at(port)
                        .with(accepted.text("/access_token"))
                        .get("/rooms/lounge")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoeverIsKnownByTheAddressIsThatMember() {
        Answer walkIn =
                Program.at(port).naming(slug).as(ada).post("/members", Map.of("name", "Ben of the quay", "email", ben));
        invite(ben, "staff");

        Answer accepted = accept(tokenOf(ben), PASSWORD);

        assertThat(accepted.text("/user/member/id")).isEqualTo(walkIn.text("/id"));
    }

    @Test
    void oneOfTwoAccepts() throws Exception {
        invite(ben, "admin");
        String token = tokenOf(ben);

        List<Integer> statuses = atOnce(
                () -> accept(token, PASSWORD).status(),
                () -> accept(token, PASSWORD).status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 404);
        assertThat(accept(token, PASSWORD).text("/code")).isEqualTo("spent-link");
    }

    @Test
    void theSecondInvitationTakesThePlaceOfTheFirst() {
        invite(ben, "admin");
        String first = tokenOf(ben);
        invite(ben, "staff");

        assertThat(accept(first, PASSWORD).status()).isEqualTo(404);
        assertThat(accept(tokenOf(ben), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void afterAWeekItIsTooLate() {
        invite(ben, "staff");
        var tenant = tenants.findBySlug(slug).orElseThrow().id();
        CurrentTenant.run(
                tenant,
                () -> transactions.executeWithoutResult(status -> jdbc.sql(
                                "update identity.invitation set expires_at = expires_at - interval '7 days' where tenant_id = ?")
                        .param(tenant.value())
                        .update()));

        assertThat(accept(tokenOf(ben), PASSWORD).status()).isEqualTo(404);
    }

    @Test
    void newPeopleSayTheirNameAndChooseAPassword() {
        invite(ben, "staff");
        String token = tokenOf(ben);

        Answer nameless =
                Program.at(port).post("/auth/invitations/accept", Map.of("token", token, "password", PASSWORD));

        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.text("/errors/0/pointer")).isEqualTo("/first_name");
        assertThat(accept(token, "short").text("/errors/0/pointer")).isEqualTo("/password");
    }

    @Test
    void knownPeopleGiveTheirPassword() {
        Program.at(port).signUp(anySlug(), ben, PASSWORD);
        invite(ben, "staff");

        assertThat(accept(tokenOf(ben), "not the right one").text("/errors/0/pointer"))
                .isEqualTo("/password");
        assertThat(accept(tokenOf(ben), PASSWORD).status()).isEqualTo(200);
        assertThat(Program.at(port)
                        .as(ben)
                        .get("/me/memberships")
                        .body()
                        .at("/data")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void madeUpLinksLeadNowhere() {
        assertThat(accept("no token at all", PASSWORD).status()).isEqualTo(404);
        assertThat(accept(Opaque.next().text(), PASSWORD).status()).isEqualTo(404);
        assertThat(accept(Opaque.encode(new byte[48]), PASSWORD).status()).isEqualTo(404);
    }

    @Test
    void onlyAdministratorsInvite() {
        invite(ben, "staff");
        accept(tokenOf(ben), PASSWORD);

        Answer answer = Program.at(port)
                .naming(slug)
                .as(ben)
                .post("/members/invitations", Map.of("email", anyone(), "role", "staff"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(invite(anyone(), "customer").status()).isEqualTo(400);
    }
}
