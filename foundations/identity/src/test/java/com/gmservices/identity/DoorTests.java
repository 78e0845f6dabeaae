package com.gmservices.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DoorTests {

    @LocalServerPort
    int port;

    @Test
    void anonymousVisitorsNeedNoSession() {
        var visitor = new Visitor(port);

        assertThat(visitor.get("/rooms/hall").body()).isEqualTo("nobody, a stranger, false");
        assertThat(visitor.cookies).isEmpty();
    }

    @Test
    void strangersAreSentToSignIn() {
        var answer = new Visitor(port).get("/rooms/wardrobe?size=l");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).hasValue("/sign-in?next=%2Frooms%2Fwardrobe%3Fsize%3Dl");
    }

    @Test
    void htmxIsToldToLeaveThePage() {
        var answer = new Visitor(port).get("/rooms/wardrobe", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("hx-redirect")).hasValue("/sign-in");
    }

    @Test
    void programsAreToldToSignIn() {
        assertThat(new Visitor(port).get("/api/v1/rooms/wardrobe").statusCode()).isEqualTo(401);
    }

    @Test
    void tenantIsNeededByWhatBelongsToOne() {
        assertThat(new Visitor(port).get("/rooms/shop").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get("/api/v1/rooms/shop").statusCode()).isEqualTo(400);
    }

    @Test
    void formsNeedTheirToken() {
        assertThat(new Visitor(port).post("/rooms/letterbox", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesCarryTheirHeaders() {
        var answer = new Visitor(port).get("/rooms/nonce");

        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .contains("script-src 'nonce-" + answer.body() + "' 'strict-dynamic'");
        assertThat(answer.headers().map())
                .containsKeys("x-content-type-options", "referrer-policy", "permissions-policy");
    }

    @Test
    void unsignedAndStrangeTokensAreRefused() {
        String none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMTkzMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAifQ.";

        assertThat(new Visitor(port)
                        .get("/api/v1/rooms/hall", "Authorization", "Bearer " + none)
                        .statusCode())
                .isEqualTo(401);
    }
}
