package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RehashTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final String slug = anySlug();
    private final String ada = anyone();
    private String former = "";

    @BeforeEach
    void registerWhenHashingCostSomethingElse() {
        Program.at(port).signUp(slug, ada, PASSWORD);
        var before = new Passwords(19_456, 3);
        former = before.hash(PASSWORD);
        before.close();
        jdbc.sql("update identity.identity set password_hash = ? where email = ?")
                .params(former, ada)
                .update();
    }

    private String hash() {
        return jdbc.sql("select password_hash from identity.identity where email = ?")
                .param(ada)
                .query(String.class)
                .single();
    }

    @Test
    void whoeverSignsInHasAHashOfTodaysCost() {
        assertThat(Program.at(port).naming(slug).login(ada, PASSWORD).status()).isEqualTo(200);

        assertThat(hash()).contains("$m=19456,t=2,p=1$");
        assertThat(Program.at(port).naming(slug).login(ada, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whoeverIsTurnedAwayChangesNothing() {
        assertThat(Program.at(port).naming(slug).login(ada, "another password").status())
                .isEqualTo(401);

        assertThat(hash()).isEqualTo(former);
    }
}
