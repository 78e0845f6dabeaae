package com.gmservices.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gmservices.TestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class UnguardedTests {

    @TestComponent
    @RestController
    static class OpenDoor {

        @GetMapping("/rooms/open")
        String enter() {
            return "come in";
        }
    }

    @Test
    void aRouteWithoutAllowDoesNotStart() {
        var application = new SpringApplication(TestApplication.class, OpenDoor.class);

        assertThatThrownBy(() -> application.run("--server.port=0"))
                .hasStackTraceContaining("@Allow is missing on")
                .hasStackTraceContaining("OpenDoor#enter()");
    }
}
