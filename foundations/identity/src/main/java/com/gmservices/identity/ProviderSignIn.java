package com.gmservices.identity;

import com.gmservices.identity.ExternalLogins.Outcome;
import com.gmservices.identity.ExternalLogins.Voucher;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.Proofs;
import com.gmservices.identity.security.SignedIn;
import com.gmservices.identity.security.WebSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** Somebody comes back from another site that vouches for them: they are signed in, or told why not. */
@Component
class ProviderSignIn implements AuthenticationSuccessHandler {

    private final Providers providers;
    private final ExternalLogins logins;
    private final Identities identities;
    private final SecurityContextRepository contexts;
    private final WebSession session;
    private final Proofs proofs;
    private final SignInTrail trail;

    ProviderSignIn(
            Providers providers,
            ExternalLogins logins,
            Identities identities,
            SecurityContextRepository contexts,
            WebSession session,
            Proofs proofs,
            SignInTrail trail) {
        this.providers = providers;
        this.logins = logins;
        this.identities = identities;
        this.contexts = contexts;
        this.session = session;
        this.proofs = proofs;
        this.trail = trail;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        Voucher voucher = voucher((OAuth2AuthenticationToken) authentication);
        Optional<Identity> before = whoHadSignedIn(request);
        if (before.isPresent()) {
            join(before.get(), voucher, request, response);
        } else {
            signIn(voucher, request, response);
        }
    }

    private void signIn(Voucher voucher, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Means means = voucher.provider().means();
        switch (logins.signIn(voucher)) {
            case Outcome.Known known ->
                response.sendRedirect(
                        session.begin(known.identity().id(), means, request, response) ? "/sign-in" : "/sign-in/step");
            case Outcome other -> {
                trail.turnedAway(means);
                tell(other, request, response);
            }
        }
    }

    /** Whoever finds an open browser must not open it to an account of their own for good. */
    private void join(Identity person, Voucher voucher, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        session.restore(person.id(), request, response);
        if (!proofs.isFresh(request)) {
            response.sendRedirect("/step-up?next=/me");
            return;
        }
        switch (logins.join(person.toCurrent(), voucher)) {
            case Outcome.Known _ -> lead("/me", "identity.provider.joined", request, response);
            case Outcome other -> tell(other, request, response);
        }
    }

    private static void tell(Outcome outcome, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (outcome) {
            case Outcome.Known _ -> throw new IllegalStateException("Nothing is to be told");
            case Outcome.SignInFirst _ -> lead("/sign-in", "identity.provider.sign-in-first", request, response);
            case Outcome.AddressUnproven _ -> lead("/sign-in", "identity.provider.unproven", request, response);
            case Outcome.BelongsToAnother _ -> lead("/me", "identity.provider.another", request, response);
        }
    }

    void failed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        providers
                .find(path.substring(path.lastIndexOf('/') + 1))
                .ifPresent(provider -> trail.turnedAway(provider.means()));
        lead("/sign-in", "identity.provider.failed", request, response);
    }

    private Optional<Identity> whoHadSignedIn(HttpServletRequest request) {
        return contexts.loadDeferredContext(request).get().getAuthentication() instanceof SignedIn person
                ? identities.find(person.identity())
                : Optional.empty();
    }

    private Voucher voucher(OAuth2AuthenticationToken authentication) {
        OAuth2User user = authentication.getPrincipal();
        Providers.Provider provider = providers
                .find(authentication.getAuthorizedClientRegistrationId())
                .orElseThrow();
        Map<String, Object> claims = user.getAttributes();
        return new Voucher(
                provider,
                user.getName(),
                text(claims, "email"),
                Boolean.parseBoolean(text(claims, "email_verified")),
                claims.containsKey("given_name") ? text(claims, "given_name") : text(claims, "name"),
                text(claims, "family_name"));
    }

    private static String text(Map<String, Object> claims, String name) {
        Object value = claims.get(name);
        return value == null ? "" : value.toString();
    }

    private static void lead(String page, String message, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var flash = new FlashMap();
        flash.put("provider", message);
        flash.setTargetRequestPath(page);
        flash.startExpirationPeriod(60);
        new SessionFlashMapManager().saveOutputFlashMap(flash, request, response);
        response.sendRedirect(page);
    }
}
