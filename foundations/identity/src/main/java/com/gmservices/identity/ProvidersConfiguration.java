package com.gmservices.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;

/** The way to other sites and back: with state, nonce and PKCE, and keeping nothing of what they let us do there. */
@Configuration(proxyBeanMethods = false)
class ProvidersConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain throughProviders(HttpSecurity http, Providers providers, ProviderSignIn signIn) {
        return http.securityMatcher(request -> isOnTheWay(request, providers))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .authorizeHttpRequests(calls -> calls.anyRequest().denyAll())
                .oauth2Login(login -> login.clientRegistrationRepository(providers)
                        .authorizedClientRepository(new Forgetful())
                        .loginPage("/sign-in")
                        .authorizationEndpoint(way -> way.authorizationRequestResolver(requests(providers)))
                        .userInfoEndpoint(users -> users.userService(new GithubUsers()))
                        .successHandler(signIn)
                        .failureHandler((request, response, why) -> signIn.failed(request, response)))
                .build();
    }

    private static boolean isOnTheWay(HttpServletRequest request, Providers providers) {
        String path = request.getServletPath();
        return !providers.offered().isEmpty()
                && (path.startsWith("/oauth2/authorization/") || path.startsWith("/login/oauth2/code/"));
    }

    private static OAuth2AuthorizationRequestResolver requests(Providers providers) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(
                providers, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(protection(providers));
        return requests;
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

    /** The other site's tokens have served when somebody is signed in. */
    private static final class Forgetful implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface's shape
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String provider, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String provider, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
