package com.gmservices.identity.security;

import com.gmservices.identity.Opaque;
import com.gmservices.tenancy.IdentityId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Recognises browsers in which somebody has signed in before, by a cookie that opens nothing by itself. */
@Component
public class KnownDevices {

    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final String NAME = "gm-device";

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The browser's own mark, if somebody with this address has signed in from it. */
    public Optional<String> mark(HttpServletRequest request, String email) {
        return token(request).filter(token -> knows(token, email)).map(Opaque::text);
    }

    void remember(IdentityId identity, HttpServletRequest request, HttpServletResponse response) {
        Opaque token = token(request).orElseGet(Opaque::next);
        Instant expires = clock.instant().plus(LIFETIME);
        jdbc.sql("""
                insert into identity.known_device (identity_id, token_hash, expires_at) values (?, ?, ?)
                on conflict (identity_id, token_hash) do update set expires_at = excluded.expires_at
                """).params(identity.value(), token.hash(), at(expires)).update();
        ResponseCookie cookie = ResponseCookie.from(name(request), token.text())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(LIFETIME)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Nobody's any more: whoever had the password may have sat at one of them. */
    public void forget(IdentityId identity) {
        jdbc.sql("delete from identity.known_device where identity_id = ?")
                .param(identity.value())
                .update();
    }

    public void forgetExpired() {
        jdbc.sql("delete from identity.known_device where expires_at < ?")
                .param(at(clock.instant()))
                .update();
    }

    private boolean knows(Opaque token, String email) {
        return jdbc.sql("""
                select exists (
                    select from identity.known_device d join identity.identity i on i.id = d.identity_id
                    where lower(i.email) = lower(?) and d.token_hash = ? and d.expires_at > ?) as known
                """)
                .params(email, token.hash(), at(clock.instant()))
                .query((row, index) -> row.getBoolean("known"))
                .single();
    }

    private static Optional<Opaque> token(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name(request));
        return Optional.ofNullable(cookie == null ? null : cookie.getValue())
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .map(Opaque::new);
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
