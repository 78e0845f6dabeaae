package com.gmservices.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Deployment;
import com.gmservices.identity.Accounts;
import com.gmservices.identity.Caller;
import com.gmservices.identity.factors.Factors;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Tenants;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PolicyTests {

    @Autowired
    Accounts accounts;

    @Autowired
    Caller caller;

    @Autowired
    Proofs proofs;

    @Autowired
    Tenants tenants;

    @Autowired
    Factors factors;

    @Autowired
    JdbcClient jdbc;

    private IdentityId olu;

    static class EngineRoom {

        @Allow(Allow.OPERATOR)
        public void enter() {}
    }

    @BeforeEach
    void anOperatorComes() {
        olu = accounts.introduce(UUID.randomUUID() + "@example.com", "seven red kites over town", "Olu", "Ade");
        jdbc.sql("update identity.identity set operator = true where id = ?")
                .param(olu.value())
                .update();
        SecurityContextHolder.getContext().setAuthentication(SignedIn.bySession(olu));
    }

    @AfterEach
    void theyLeave() {
        SecurityContextHolder.clearContext();
    }

    private boolean letsIn(String environment) throws Exception {
        var deployment = Deployment.of(new MockEnvironment().withProperty("gm.env", environment));
        var guard = new Guard(caller, proofs, new Policy(tenants, factors, deployment));
        var room = new HandlerMethod(new EngineRoom(), "enter");
        return guard.preHandle(
                new MockHttpServletRequest("GET", "/operator/tenants"), new MockHttpServletResponse(), room);
    }

    @Test
    void operatorsNeedASecondFactorInProduction() {
        assertThatExceptionOfType(AccessRefused.EnrolmentRequired.class)
                .isThrownBy(() -> letsIn("production"))
                .withMessageContaining("Operators of the platform need a second factor");
    }

    @Test
    void whoHasOneComesIn() throws Exception {
        jdbc.sql("insert into identity.totp (identity_id, secret, confirmed_at) values (?, 'sealed', now())")
                .param(olu.value())
                .update();

        assertThat(letsIn("production")).isTrue();
    }

    @Test
    void whoTriesThingsOutIsLetIn() throws Exception {
        assertThat(letsIn("development")).isTrue();
    }
}
