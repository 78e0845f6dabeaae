package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.Program.Answer;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProfileTests {

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    Accounts accounts;

    @Autowired
    Identities identities;

    private final String slug = anySlug();
    private final String ada = anyone();

    @BeforeEach
    void signUp() {
        Program.at(port).signUp(slug, ada, PASSWORD);
    }

    @Test
    void profileChangesWithTheVersionThatWasSeen() {
        Program program = Program.at(port).as(ada);
        String seen = program.get("/me").raw().headers().firstValue("etag").orElseThrow();

        Answer changed = program.send("PATCH", "/me", Map.of("phone", "+44 1"), "If-Match", seen);
        Answer stale = program.send("PATCH", "/me", Map.of("phone", "+44 2"), "If-Match", seen);

        assertThat(changed.text("/phone")).isEqualTo("+44 1");
        assertThat(changed.text("/first_name")).isEqualTo("Ada");
        assertThat(changed.raw().headers().firstValue("etag")).hasValue("\"2\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(program.send("PATCH", "/me", Map.of("first_name", " "), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everyBusinessLearnsTheNewName() {
        String other = anySlug();
        Program.at(port).signUp(other, ada, PASSWORD);

        Program.at(port)
                .naming(slug)
                .as(ada)
                .send("PATCH", "/me", Map.of("first_name", "Augusta"), "If-Match", "\"1\"");

        assertThat(Program.at(port)
                        .naming(slug)
                        .as(ada)
                        .get("/rooms/lounge")
                        .raw()
                        .body())
                .isEqualTo("Augusta King");
        assertThat(Program.at(port)
                        .naming(other)
                        .as(ada)
                        .get("/rooms/lounge")
                        .raw()
                        .body())
                .isEqualTo("Augusta King");
    }

    @Test
    void suspendedBusinessesServeNobody() {
        Program program = Program.at(port).naming(slug).as(ada);
        tenants.setStatus(tenants.findBySlug(slug).orElseThrow().id(), Tenant.Status.SUSPENDED);

        assertThat(program.get("/rooms/lounge").text("/code")).isEqualTo("tenant-suspended");
        assertThat(program.naming(null).get("/rooms/lounge").status()).isEqualTo(403);
        assertThat(Program.at(port).naming(slug).login(ada, PASSWORD).status()).isEqualTo(403);
        assertThat(Program.at(port).as(ada).get("/me").status()).isEqualTo(200);
    }

    @Test
    void strangersJoinWhenTheyFirstAsk() {
        String mia = anyone();
        String other = anySlug();
        Program.at(port).signUp(other, mia, PASSWORD);
        CurrentIdentity person = identities.findByEmail(mia).orElseThrow().toCurrent();
        Tenant harbour = tenants.findBySlug(slug).orElseThrow();

        var member = CurrentTenant.call(harbour.id(), () -> accounts.joinAsCustomer(person));
        var again = CurrentTenant.call(harbour.id(), () -> accounts.joinAsCustomer(person));

        assertThat(member.tenant()).isEqualTo(harbour.id());
        assertThat(again.id()).isEqualTo(member.id());
        assertThat(Program.at(port).naming(slug).as(mia).get("/rooms/lounge").status())
                .isEqualTo(200);
    }
}
