package com.gmservices.webhooks;

import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.Sealed;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The columns of endpoints that nobody reads from a copied disk. */
@Component
class Safe {

    private static final String TABLE = "webhooks.endpoint";
    private static final TypeReference<TreeMap<String, String>> HEADERS = new TypeReference<>() {};

    private final SealedColumn secrets;
    private final SealedColumn earlier;
    private final SealedColumn headers;
    private final JsonMapper json;

    Safe(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.secrets = SealedColumn.ofTenants(jdbc, vault, TABLE, "id", "secret");
        this.earlier = SealedColumn.ofTenants(jdbc, vault, TABLE, "id", "earlier_secret");
        this.headers = SealedColumn.ofTenants(jdbc, vault, TABLE, "id", "headers");
        this.json = json;
    }

    Sealed secrets() {
        return secrets;
    }

    Sealed earlierSecrets() {
        return earlier;
    }

    Sealed headers() {
        return headers;
    }

    byte[] seal(TenantId tenant, EndpointId id, Secret secret) {
        return secrets.seal(tenant, id.value(), secret.key());
    }

    /** The secret of before in the column of earlier ones. */
    byte[] sealEarlier(TenantId tenant, EndpointId id, byte[] sealedSecret) {
        return earlier.seal(tenant, id.value(), secrets.open(tenant, id.value(), sealedSecret));
    }

    Secret secret(TenantId tenant, UUID id, byte[] sealed) {
        return Secret.ofKey(secrets.open(tenant, id, sealed));
    }

    Secret earlierSecret(TenantId tenant, UUID id, byte[] sealed) {
        return Secret.ofKey(earlier.open(tenant, id, sealed));
    }

    byte @Nullable [] sealHeaders(TenantId tenant, EndpointId id, Map<String, String> values) {
        return values.isEmpty() ? null : headers.seal(tenant, id.value(), json.writeValueAsBytes(values));
    }

    Map<String, String> headers(TenantId tenant, UUID id, byte @Nullable [] sealed) {
        return sealed == null ? Map.of() : json.readValue(headers.open(tenant, id, sealed), HEADERS);
    }
}
