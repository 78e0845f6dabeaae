package com.gmservices.identity;

import com.gmservices.identity.security.AccessTokens;
import com.gmservices.tenancy.Allow;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public half of the key by which others can check our access tokens (RFC 7517). */
@RestController
class KeysApi {

    private final AccessTokens tokens;

    KeysApi(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Allow(Allow.EVERYONE)
    @GetMapping("/.well-known/jwks.json")
    Map<String, Object> keys() {
        return tokens.publishedKeys();
    }
}
