package com.gmservices.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class HostCookiesTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void overTlsNoNeighbourCanSetThem() {
        request.setSecure(true);
        request.setContextPath("/t/harbour");

        HostCookies.session().writeCookieValue(new CookieValue(request, response, "one"));
        HostCookies.csrf().saveToken(HostCookies.csrf().generateToken(request), request, response);

        assertThat(response.getHeaders("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.startsWith("__Host-gm-"))
                .allMatch(cookie -> cookie.contains("Path=/;") && !cookie.contains("Domain"))
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
    }

    @Test
    void overTlsTheOthersAreNotRead() {
        request.setSecure(true);
        request.setCookies(new Cookie("gm-session", "planted"), new Cookie("gm-csrf", "planted"));

        assertThat(HostCookies.session().readCookieValues(request)).isEmpty();
        assertThat(HostCookies.csrf().loadToken(request)).isNull();
    }
}
