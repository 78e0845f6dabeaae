package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.PlatformDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OperatorTests {

    @LocalServerPort
    int port;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    @Autowired
    OperatorCommand command;

    @Test
    void theLinkMakesANewPersonOperatorOnce() {
        String ops = anyone();
        String link = operators.name(ops).getPath();
        var visitor = new Visitor(port);

        var answer = visitor.fill(link, link, Map.of("firstName", "Olu", "lastName", "Ade", "password", PASSWORD));

        assertThat(answer.headers().firstValue("location")).hasValue("/me/security?needed=operator");
        assertThat(visitor.get("/me/security?needed=operator").body())
                .contains("In production operators need a second factor", "href=\"/operator/tenants\"");
        assertThat(new Lines(platform).about(Program.identityOf(jdbc, ops))).contains("operator.added person");
        assertThat(new Lines(platform).about("unclaimed").toString()).doesNotContain(ops);
        assertThat(visitor.get("/rooms/engine").body()).isEqualTo("engine");
        assertThat(Program.at(port).as(ops).get("/rooms/engine").status()).isEqualTo(200);
        assertThat(visitor.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverIsKnownGivesTheirPassword() {
        String ada = anyone();
        Program.at(port).signUp(anySlug(), ada, PASSWORD);
        String link = operators.name(ada).getPath();

        assertThat(new Visitor(port)
                        .fill(link, link, Map.of("password", "not the right one"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(Program.at(port).as(ada).get("/rooms/engine").status()).isEqualTo(403);
        new Visitor(port).fill(link, link, Map.of("password", PASSWORD));
        assertThat(Program.at(port).as(ada).get("/rooms/engine").status()).isEqualTo(200);
    }

    @Test
    void theCommandTellsHowItIsWritten() {
        assertThat(command.obey(List.of("operator", "add", anyone()))).isZero();
        assertThat(command.obey(List.of("operator", "add"))).isEqualTo(1);
        assertThat(command.obey(List.of("operator", "add", "nobody"))).isEqualTo(1);
    }
}
