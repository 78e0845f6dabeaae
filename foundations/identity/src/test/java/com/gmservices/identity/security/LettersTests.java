package com.gmservices.identity.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class LettersTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ey.J~0", "a\tb", "Kühn", "漢字", "\uD83D\uDE97"})
    void whatMayStandInAHeaderStillMay(String value) {
        assertThatCode(() -> header(Letters.firewall(), value)).doesNotThrowAnyException();
        assertThatCode(() -> header(new StrictHttpFirewall(), value)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: b", "\u0000", "plain\u007f", "\u0085", "\u0378"})
    void whatMayNotStillMayNot(String value) {
        assertThatExceptionOfType(RequestRejectedException.class).isThrownBy(() -> header(Letters.firewall(), value));
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> header(new StrictHttpFirewall(), value));
    }

    private static void header(HttpFirewall firewall, String value) {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("X-Words", value);
        var _ = firewall.getFirewalledRequest(request).getHeader("X-Words");
    }
}
