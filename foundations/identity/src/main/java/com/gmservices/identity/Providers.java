package com.gmservices.identity;

import com.gmservices.identity.factors.Means;
import com.gmservices.tenancy.Links;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.config.oauth2.client.CommonOAuth2Provider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;

/**
 * Where people may have an account by which they sign in here. Each is offered when the operator has registered with it
 * and set {@code gm.sign-in.google.client-id} and {@code -secret}; an {@code issuer} replaces the usual one.
 */
@Component
class Providers implements ClientRegistrationRepository {

    /** Where they send people back to, each to its own. */
    static final String RETURN = "/login/oauth2/code/";

    private final Environment settings;
    private final Links links;
    private final List<Provider> offered;
    private final Map<Provider, ClientRegistration> known = new ConcurrentHashMap<>();

    Providers(Environment settings, Links links) {
        this.settings = settings;
        this.links = links;
        this.offered = Arrays.stream(Provider.values())
                .filter(provider -> setting(provider, "client-id") != null)
                .toList();
    }

    enum Provider {
        GOOGLE("Google"),
        LINKEDIN("LinkedIn"),
        GITHUB("GitHub");

        private final String label;

        Provider(String label) {
            this.label = label;
        }

        static Provider of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public String label() {
            return label;
        }

        Means means() {
            return Means.valueOf(name());
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** LinkedIn signs no nonce and refuses a verifier from web applications; there the state alone protects. */
        boolean takesNonceAndVerifier() {
            return this != LINKEDIN;
        }
    }

    /** Their labels by their codes. */
    Map<String, String> offered() {
        Map<String, String> labels = new LinkedHashMap<>();
        offered.forEach(provider -> labels.put(provider.code(), provider.label));
        return labels;
    }

    Optional<Provider> find(String code) {
        return offered.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Asked for first when somebody uses it: whether the other side answers is nothing to our start. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return find(id).map(provider -> known.computeIfAbsent(provider, this::registration))
                .orElse(null);
    }

    private ClientRegistration registration(Provider provider) {
        String issuer = setting(provider, "issuer");
        ClientRegistration.Builder builder =
                issuer == null ? usual(provider) : ClientRegistrations.fromIssuerLocation(issuer);
        if (provider != Provider.GITHUB) {
            builder.scope("openid", "email", "profile");
        }
        return builder.registrationId(provider.code())
                .clientId(String.valueOf(setting(provider, "client-id")))
                .clientSecret(String.valueOf(setting(provider, "client-secret")))
                .redirectUri(links.platform(RETURN + provider.code()).toString())
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(provider.takesNonceAndVerifier())
                        .build())
                .build();
    }

    private static ClientRegistration.Builder usual(Provider provider) {
        return switch (provider) {
            case GOOGLE -> CommonOAuth2Provider.GOOGLE.getBuilder("google");
            case GITHUB -> CommonOAuth2Provider.GITHUB.getBuilder("github").scope("read:user", "user:email");
            case LINKEDIN ->
                ClientRegistration.withRegistrationId("linkedin")
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .issuerUri("https://www.linkedin.com/oauth")
                        .authorizationUri("https://www.linkedin.com/oauth/v2/authorization")
                        .tokenUri("https://www.linkedin.com/oauth/v2/accessToken")
                        .jwkSetUri("https://www.linkedin.com/oauth/openid/jwks")
                        .userInfoUri("https://api.linkedin.com/v2/userinfo")
                        .userNameAttributeName("sub");
        };
    }

    private @Nullable String setting(Provider provider, String name) {
        String value = settings.getProperty("gm.sign-in." + provider.code() + "." + name);
        return value == null || value.isBlank() ? null : value;
    }
}
