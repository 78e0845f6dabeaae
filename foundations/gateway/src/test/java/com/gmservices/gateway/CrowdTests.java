package com.gmservices.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CrowdTests {

    private final Crowd crowd = new Crowd(new FilterAnswers((request, response, handler, why) -> null), 1);

    private MockHttpServletResponse call(String path, FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        crowd.doFilter(new MockHttpServletRequest("GET", path), response, chain);
        return response;
    }

    @Test
    void whoComesWhenItIsFullIsToldToComeAgain() throws Exception {
        call("/", (request, response) -> {
            try {
                MockHttpServletResponse second = call("/", (ignored, also) -> {});
                assertThat(second.getStatus()).isEqualTo(503);
                assertThat(second.getHeader("Retry-After")).isEqualTo("1");
                assertThat(call("/ready", (ignored, also) -> {}).getStatus()).isEqualTo(200);
                assertThat(call("/t/harbour/live", (ignored, also) -> {}).getStatus())
                        .isEqualTo(200);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });

        assertThat(call("/", (request, response) -> {}).getStatus()).isEqualTo(200);
    }
}
