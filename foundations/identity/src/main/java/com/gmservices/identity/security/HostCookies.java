package com.gmservices.identity.security;

import com.gmservices.identity.Opaque;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The two cookies of the pages. Over TLS their names begin with {@code __Host-}, so that no neighbouring subdomain can
 * set them. Their path is the root: the context path is the tenant's, and a person's session is one for all tenants.
 */
final class HostCookies {

    private static final String SESSION = "gm-session";
    private static final String CSRF = "gm-csrf";

    private HostCookies() {}

    static CookieSerializer session() {
        return new BySecurity();
    }

    static CsrfTokenRepository csrf() {
        return new CsrfBySecurity();
    }

    private static final class BySecurity implements CookieSerializer {

        private final CookieSerializer secure = serializer("__Host-" + SESSION);
        private final CookieSerializer plain = serializer(SESSION);

        private static CookieSerializer serializer(String name) {
            var cookies = new DefaultCookieSerializer();
            cookies.setCookieName(name);
            cookies.setCookiePath("/");
            cookies.setSameSite("Lax");
            cookies.setUseHttpOnlyCookie(true);
            return cookies;
        }

        @Override
        public void writeCookieValue(CookieValue value) {
            of(value.getRequest()).writeCookieValue(value);
        }

        @Override
        public List<String> readCookieValues(HttpServletRequest request) {
            return of(request).readCookieValues(request);
        }

        private CookieSerializer of(HttpServletRequest request) {
            return request.isSecure() ? secure : plain;
        }
    }

    private static final class CsrfBySecurity implements CsrfTokenRepository {

        private final CsrfTokenRepository secure = repository("__Host-" + CSRF);
        private final CsrfTokenRepository plain = repository(CSRF);

        private static CsrfTokenRepository repository(String name) {
            var tokens = new CookieCsrfTokenRepository();
            tokens.setCookieName(name);
            tokens.setCookiePath("/");
            tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
            return tokens;
        }

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            CsrfToken token = of(request).generateToken(request);
            return new DefaultCsrfToken(
                    token.getHeaderName(),
                    token.getParameterName(),
                    Opaque.next().text());
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            of(request).saveToken(token, request, response);
        }

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return of(request).loadToken(request);
        }

        private CsrfTokenRepository of(HttpServletRequest request) {
            return request.isSecure() ? secure : plain;
        }
    }
}
