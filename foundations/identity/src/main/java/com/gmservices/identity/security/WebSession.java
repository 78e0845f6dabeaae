package com.gmservices.identity.security;

import com.gmservices.tenancy.IdentityId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** A person's visit to the pages, from signing in to signing out. */
public final class WebSession {

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository tokens;
    private final KnownDevices devices;
    private final Clock clock;
    private final SessionAuthenticationStrategy renewal;

    WebSession(SecurityContextRepository contexts, CsrfTokenRepository tokens, KnownDevices devices, Clock clock) {
        this.clock = clock;
        this.devices = devices;
        this.contexts = contexts;
        this.tokens = tokens;
        this.renewal = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
    }

    /** Under a new session id and CSRF token, so that nobody who planted the old ones comes in too. */
    public void begin(IdentityId identity, HttpServletRequest request, HttpServletResponse response) {
        SignedIn signedIn = SignedIn.bySession(identity);
        renewal.onAuthentication(signedIn, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession()
                .setAttribute(
                        Visit.ATTRIBUTE, Visit.begin(request, clock.instant()).text());
        devices.remember(identity, request, response);
    }

    /** Goes on under a new session id and CSRF token: whoever knows the old ones is out. */
    public void renew(HttpServletRequest request, HttpServletResponse response) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null) {
            renewal.onAuthentication(person, request, response);
        }
    }

    public void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        tokens.saveToken(null, request, response);
    }
}
