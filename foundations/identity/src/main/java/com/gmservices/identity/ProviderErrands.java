package com.gmservices.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/**
 * What this browser has set out to ask of another site: with state, nonce and PKCE. Whoever comes back by the way of
 * another site than the one that was asked has asked nothing, so that none of them can answer for another.
 */
@Component
class ProviderErrands implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private final HttpSessionOAuth2AuthorizationRequestRepository asked =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    ProviderErrands(Providers providers) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(providers);
        this.requests.setAuthorizationRequestCustomizer(protection(providers));
    }

    /** @return where the browser is to go */
    URI setOut(Providers.Provider provider, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest errand = Objects.requireNonNull(requests.resolve(request, provider.code()));
        asked.saveAuthorizationRequest(errand, request, response);
        return URI.create(errand.getAuthorizationRequestUri());
    }

    private static Consumer<OAuth2AuthorizationRequest.Builder> protection(Providers providers) {
        Consumer<OAuth2AuthorizationRequest.Builder> verifier = OAuth2AuthorizationRequestCustomizers.withPkce();
        return request -> {
            boolean[] full = {true};
            request.attributes(attributes -> full[0] = providers
                    .find(String.valueOf(attributes.get(OAuth2ParameterNames.REGISTRATION_ID)))
                    .map(Providers.Provider::takesNonceAndVerifier)
                    .orElse(true));
            if (full[0]) {
                verifier.accept(request);
            } else {
                request.attributes(attributes -> attributes.remove(OidcParameterNames.NONCE));
                request.additionalParameters(parameters -> parameters.remove(OidcParameterNames.NONCE));
            }
        };
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return ofThisSite(asked.loadAuthorizationRequest(request), request);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest errand, HttpServletRequest request, HttpServletResponse response) {
        asked.saveAuthorizationRequest(errand, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return ofThisSite(asked.removeAuthorizationRequest(request, response), request);
    }

    private static @Nullable OAuth2AuthorizationRequest ofThisSite(
            @Nullable OAuth2AuthorizationRequest errand, HttpServletRequest request) {
        return Optional.ofNullable(errand)
                .filter(it -> request.getServletPath()
                        .equals(Providers.RETURN + it.<String>getAttribute(OAuth2ParameterNames.REGISTRATION_ID)))
                .orElse(null);
    }
}
