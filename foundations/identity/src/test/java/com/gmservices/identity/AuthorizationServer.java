package com.gmservices.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Another site at which people have accounts. It demands PKCE; whoever calls it says by a header who they are there. */
final class AuthorizationServer {

    static final String PERSON = "X-Person";
    static final String RETURN = "https://gm.example/login/oauth2/code/google";

    private static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>();

    /** Serves for as long as the tests run, as their context does. */
    private final Tomcat tomcat = new Tomcat();

    AuthorizationServer() {
        tomcat.setBaseDir(new File("target/authorization-server").getAbsolutePath());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", new File(".").getAbsolutePath());
        var beans = new AnnotationConfigWebApplicationContext();
        beans.register(Site.class);
        beans.setServletContext(context.getServletContext());
        beans.refresh();
        Wrapper site = Tomcat.addServlet(context, "site", new DispatcherServlet(beans));
        site.setLoadOnStartup(1);
        site.addMapping("/");
        guard(context, beans);
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void guard(Context context, AnnotationConfigWebApplicationContext beans) {
        var filter = new FilterDef();
        filter.setFilterName("guard");
        filter.setFilter(beans.getBean("springSecurityFilterChain", Filter.class));
        context.addFilterDef(filter);
        var everywhere = new FilterMap();
        everywhere.setFilterName("guard");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
    }

    String issuer() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    void knows(String subject, String email, boolean verified) {
        PEOPLE.put(
                subject,
                Map.of("email", email, "email_verified", verified, "given_name", "Grace", "family_name", "Hopper"));
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    static class Site {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.with(
                            new OAuth2AuthorizationServerConfigurer(), server -> server.oidc(Customizer.withDefaults()))
                    .csrf(AbstractHttpConfigurer::disable)
                    .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                    .addFilterAfter(whoeverSaysSo(), SecurityContextHolderFilter.class)
                    .build();
        }

        private static Filter whoeverSaysSo() {
            return (request, response, chain) -> {
                if (request instanceof jakarta.servlet.http.HttpServletRequest call && call.getHeader(PERSON) != null) {
                    SecurityContextHolder.getContext()
                            .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                    call.getHeader(PERSON),
                                    "",
                                    List.of(FactorGrantedAuthority.fromAuthority(
                                            FactorGrantedAuthority.PASSWORD_AUTHORITY))));
                }
                chain.doFilter(request, response);
            };
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(
                            UUID.randomUUID().toString())
                    .clientId("gm")
                    .clientSecret("{noop}secret")
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(RETURN)
                    .scope("openid")
                    .scope("email")
                    .scope("profile")
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("site").generate()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                Authentication person = token.getPrincipal();
                if (person != null && "id_token".equals(token.getTokenType().getValue())) {
                    PEOPLE.getOrDefault(person.getName(), Map.of()).forEach(token.getClaims()::claim);
                }
            };
        }
    }
}
