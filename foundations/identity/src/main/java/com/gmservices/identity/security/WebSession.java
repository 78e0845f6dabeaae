package com.gmservices.identity.security;

import com.gmservices.identity.Opaque;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.factors.SignInSteps;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * A person's visit to the pages, from signing in to signing out. Each step on the way, from nobody to somebody whose
 * password was right to whoever has shown a second factor, is under a new session id and CSRF token, so that nobody who
 * planted the old ones comes along.
 */
public final class WebSession {

    static final String PROVEN = "proven-at";

    private static final String STEP = "sign-in-step";

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository tokens;
    private final KnownDevices devices;
    private final SessionAuthenticationStrategy renewal;
    private final Factors factors;
    private final SignInSteps steps;
    private final Arrivals arrivals;
    private final Clock clock;

    WebSession(
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            KnownDevices devices,
            Factors factors,
            SignInSteps steps,
            Arrivals arrivals,
            Clock clock) {
        this.devices = devices;
        this.contexts = contexts;
        this.tokens = tokens;
        this.renewal = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
        this.factors = factors;
        this.steps = steps;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * For somebody who has shown one factor, such as the password.
     *
     * @return false when they have a second one to show first, on the page of the second step
     */
    public boolean begin(IdentityId identity, Means shown, HttpServletRequest request, HttpServletResponse response) {
        if (!factors.of(identity).isOn()) {
            complete(identity, List.of(shown), request, response);
            return true;
        }
        renewal.onAuthentication(SignedIn.bySession(identity), request, response);
        enter(SecurityContextHolder.createEmptyContext(), request, response);
        HttpSession session = request.getSession();
        session.removeAttribute(PROVEN);
        session.setAttribute(
                STEP, steps.begin(identity, CurrentTenant.find(), shown).text());
        return false;
    }

    /** For somebody who has shown all that they have. */
    public void complete(
            IdentityId identity, List<Means> shown, HttpServletRequest request, HttpServletResponse response) {
        admit(identity, request, response);
        arrivals.signedIn(identity, shown);
    }

    /** For somebody who is in, and has shown once more who they are. */
    void admit(IdentityId identity, HttpServletRequest request, HttpServletResponse response) {
        SignedIn signedIn = SignedIn.bySession(identity);
        renewal.onAuthentication(signedIn, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        enter(context, request, response);
        HttpSession session = request.getSession();
        session.removeAttribute(STEP);
        session.setAttribute(PROVEN, clock.instant());
        session.setAttribute(
                Visit.ATTRIBUTE, Visit.begin(request, clock.instant()).text());
        devices.remember(identity, request, response);
    }

    /** Of somebody who was signed in here before another site's answer took their place; proves nothing anew. */
    public void restore(IdentityId identity, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.bySession(identity));
        enter(context, request, response);
    }

    private void enter(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Goes on under a new session id and CSRF token: whoever knows the old ones is out. */
    public void renew(HttpServletRequest request, HttpServletResponse response) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null) {
            renewal.onAuthentication(person, request, response);
        }
    }

    /** By which the second step of a sign-in goes on that has begun in this session. */
    public static Optional<Opaque> step(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(STEP) instanceof String token
                ? Optional.of(new Opaque(token))
                : Optional.empty();
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
