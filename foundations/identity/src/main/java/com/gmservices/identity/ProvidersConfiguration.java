package com.gmservices.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;

/** The way back from other sites, keeping nothing of what they let us do there. */
@Configuration(proxyBeanMethods = false)
class ProvidersConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain fromProviders(
            HttpSecurity http, Providers providers, ProviderErrands errands, ProviderSignIn signIn) {
        return http.securityMatcher(request -> isOnTheWayBack(request, providers))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .authorizeHttpRequests(calls -> calls.anyRequest().denyAll())
                .oauth2Login(login -> login.clientRegistrationRepository(providers)
                        .authorizedClientRepository(new Forgetful())
                        .loginPage("/sign-in")
                        .authorizationEndpoint(way -> way.authorizationRequestRepository(errands))
                        .userInfoEndpoint(users -> users.userService(new GithubUsers()))
                        .successHandler(signIn)
                        .failureHandler((request, response, why) -> signIn.failed(request, response)))
                .build();
    }

    private static boolean isOnTheWayBack(HttpServletRequest request, Providers providers) {
        return !providers.offered().isEmpty() && request.getServletPath().startsWith(Providers.RETURN);
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
