package com.gmservices.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** GitHub speaks OAuth 2 alone; which address is proved it tells at an address of its own, not in the profile. */
final class GithubUsers implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

    private static final ParameterizedTypeReference<List<Address>> ADDRESSES = new ParameterizedTypeReference<>() {};

    private final DefaultOAuth2UserService profiles = new DefaultOAuth2UserService();
    private final RestClient http = RestClient.builder()
            .requestFactory(new JdkClientHttpRequestFactory())
            .build();

    private record Address(String email, boolean primary, boolean verified) {}

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        OAuth2User profile = profiles.loadUser(request);
        Map<String, Object> attributes = new LinkedHashMap<>(profile.getAttributes());
        attributes.remove("email");
        addresses(request).stream()
                .filter(address -> address.primary && address.verified)
                .findFirst()
                .ifPresent(address -> {
                    attributes.put("email", address.email);
                    attributes.put("email_verified", true);
                });
        return new DefaultOAuth2User(profile.getAuthorities(), attributes, "id");
    }

    private List<Address> addresses(OAuth2UserRequest request) {
        String profile = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUri();
        try {
            List<Address> addresses = http.get()
                    .uri(profile + "/emails")
                    .headers(headers ->
                            headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                    .retrieve()
                    .body(ADDRESSES);
            return addresses == null ? List.of() : addresses;
        } catch (RestClientException unreachable) {
            throw new OAuth2AuthenticationException("invalid_user_info_response");
        }
    }
}
