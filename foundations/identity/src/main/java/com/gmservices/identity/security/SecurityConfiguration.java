package com.gmservices.identity.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import com.gmservices.identity.Caller;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.SignInSteps;
import com.gmservices.tenancy.Tenants;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Four chains: assets and the API's docs, which know nobody; programs, which bring a token; people, who bring a cookie. They find out
 * whose call it is. Who may call what is said at each controller, and the {@link Guard} sees to it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String PERMISSIONS = "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)";

    private static final String DOCS = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    @Bean
    Answers answers(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        return new Answers(resolver);
    }

    @Bean
    HttpFirewall firewall() {
        return Letters.firewall();
    }

    /** Timing each filter of each chain by itself takes longer than the filters do; calls are timed as a whole. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return HostCookies.csrf();
    }

    @Bean
    SealedColumn signingKeyColumn(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofPlatform(jdbc, vault, "identity.signing_key", "kid", "key");
    }

    @Bean
    WebSession webSession(
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            KnownDevices devices,
            Factors factors,
            SignInSteps steps,
            Arrivals arrivals,
            Clock clock) {
        return new WebSession(contexts, tokens, devices, factors, steps, arrivals, clock);
    }

    @Bean
    JwtDecoder accessTokenDecoder(AccessTokens tokens) {
        return tokens.decoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        return http.securityMatcher("/assets/**", "/webjars/**", "/favicon.ico")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    /** Swagger UI draws with styles of its own making, and its scripts are files that know no nonce. */
    @Bean
    @Order(1)
    SecurityFilterChain docs(HttpSecurity http) {
        return http.securityMatcher("/api/docs/**", "/api/swagger-ui/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(DOCS)))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, Answers answers, Caller caller, Tenants tenants, KeyRing keys) {
        return http.securityMatcher(Calls::isApi)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(answers::unauthenticated)
                        .accessDeniedHandler(answers::denied))
                .oauth2ResourceServer(
                        bearer -> bearer.jwt(jwt -> jwt.jwtAuthenticationConverter(AccessTokens::toSignedIn))
                                .bearerTokenResolver(exceptWhereTokensAreMade())
                                .authenticationEntryPoint(answers::unauthenticated)
                                .accessDeniedHandler(answers::denied))
                .addFilterBefore(new ApiKeyFilter(keys, answers), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new ApiTenant(tenants, answers), AuthorizationFilter.class)
                .addFilterAfter(new CallerContext(caller, tenants), ApiTenant.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http,
            Answers answers,
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            Caller caller,
            Tenants tenants,
            Clock clock) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                // A judgement still under way when its form is sent must not bring a token that the next page lacks.
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(request -> Calls.path(request).equals("/password/strength")))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS)))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(answers::denied)
                        .authenticationEntryPoint(
                                (request, response, why) -> response.sendRedirect(Calls.signIn(request))))
                .addFilterBefore(new ContentSecurityPolicy(), HeaderWriterFilter.class)
                .addFilterBefore(new SessionAge(clock), SecurityContextHolderFilter.class)
                .addFilterAfter(new CallerContext(caller, tenants), AuthorizationFilter.class)
                .build();
    }

    /** A program that renews its token often sends the expired one along: that must not keep it from renewing. */
    private static BearerTokenResolver exceptWhereTokensAreMade() {
        var header = new DefaultBearerTokenResolver();
        var auth = pathPattern("/api/v1/auth/**");
        var ofThoseWhoAreIn = new OrRequestMatcher(
                pathPattern("/api/v1/auth/logout"),
                pathPattern("/api/v1/auth/step-up"),
                pathPattern("/api/v1/auth/mfa/totp/**"),
                pathPattern("/api/v1/auth/mfa/recovery-codes"));
        return new BearerTokenResolver() {
            @Override
            public @Nullable String resolve(HttpServletRequest request) {
                return ApiKeyFilter.brings(request) || (auth.matches(request) && !ofThoseWhoAreIn.matches(request))
                        ? null
                        : header.resolve(request);
            }
        };
    }
}
