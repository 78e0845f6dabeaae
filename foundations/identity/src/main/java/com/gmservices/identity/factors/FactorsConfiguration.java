package com.gmservices.identity.factors;

import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class FactorsConfiguration {

    @Bean
    SealedColumn totpSecrets(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofPlatform(jdbc, vault, "identity.totp", "identity_id", "secret");
    }

    @Bean
    SealedColumn pendingTotpSecrets(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofPlatform(jdbc, vault, "identity.totp", "identity_id", "pending");
    }
}
