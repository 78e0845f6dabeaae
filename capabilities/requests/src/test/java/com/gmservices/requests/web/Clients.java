package com.gmservices.requests.web;

import com.gmservices.database.Ids;
import com.gmservices.identity.security.AccessTokens;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.IdentityId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sits members of a yard before a browser, or gives them a program. */
@Component
class Clients {

    private final AccessTokens tokens;
    private final JdbcClient jdbc;
    private final Environment environment;

    Clients(AccessTokens tokens, JdbcClient jdbc, Environment environment) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    Client browser(Yard yard, CurrentMember member) {
        var browser = new Client(server() + "/t/" + yard.tenant().slug());
        browser.get("/come-in/" + identity(member).value());
        return browser;
    }

    Client program(CurrentMember member) {
        String token = tokens.issue(identity(member), member.tenant(), signIn(member));
        return new Client(server() + "/api/v1", "Authorization", "Bearer " + token);
    }

    Client stranger(Yard yard) {
        return new Client(server() + "/api/v1", "X-Tenant", yard.tenant().slug());
    }

    /** A browser in front of the platform itself. */
    Client visitor() {
        return new Client(server());
    }

    /** A browser that nobody has signed in with. */
    Client visitor(Yard yard) {
        return new Client(server() + "/t/" + yard.tenant().slug());
    }

    Client anybody() {
        return new Client(server() + "/api/v1");
    }

    private String server() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** A token is good for as long as the sign-in goes on that it belongs to. */
    private UUID signIn(CurrentMember member) {
        UUID family = Ids.next();
        jdbc.sql("insert into identity.refresh_family (id, identity_id, created_at) values (?, ?, now())")
                .params(family, identity(member).value())
                .update();
        return family;
    }

    private static IdentityId identity(CurrentMember member) {
        return Objects.requireNonNull(member.identity());
    }
}
