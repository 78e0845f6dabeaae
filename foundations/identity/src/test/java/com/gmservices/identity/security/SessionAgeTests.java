package com.gmservices.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionAgeTests {

    private static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");

    private static boolean livesAfter(Duration age) throws Exception {
        var session = new MockHttpSession();
        var request = new MockHttpServletRequest();
        request.setSession(session);
        session.setAttribute(Visit.ATTRIBUTE, Visit.begin(request, BEGUN).text());
        Clock clock = Clock.fixed(BEGUN.plus(age), ZoneOffset.UTC);
        new SessionAge(clock).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid();
    }

    @Test
    void aSessionEndsAfterAWeekHoweverBusy() throws Exception {
        assertThat(livesAfter(Duration.ofDays(7))).isTrue();
        assertThat(livesAfter(Duration.ofDays(7).plusSeconds(1))).isFalse();
    }
}
