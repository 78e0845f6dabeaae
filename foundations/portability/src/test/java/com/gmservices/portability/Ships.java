package com.gmservices.portability;

import com.gmservices.database.Ids;
import com.gmservices.database.Migration;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A module of which portability knows nothing. */
@Configuration(proxyBeanMethods = false)
class Ships {

    @Bean
    static Migration shipsMigration() {
        return Migration.of("ships");
    }

    @Bean
    static SealedColumn shipSecrets(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofTenants(jdbc, vault, "ships.ship", "id", "secret");
    }

    @Bean
    static Shipyard shipyard(JdbcClient jdbc, TransactionTemplate transactions, SealedColumn shipSecrets) {
        return new Shipyard(jdbc, transactions, shipSecrets);
    }

    record Shipyard(JdbcClient jdbc, TransactionTemplate transactions, SealedColumn secrets) {

        UUID build(MemberId owner, String name, String secret, Instant at) {
            UUID id = Ids.at(at);
            transactions.executeWithoutResult(status -> {
                jdbc.sql(
                                "insert into ships.ship (tenant_id, id, member_id, name, length, secret) values (?, ?, ?, ?, ?, ?)")
                        .params(
                                CurrentTenant.id().value(),
                                id,
                                owner.value(),
                                name,
                                new BigDecimal("123456.789012"),
                                secrets.seal(CurrentTenant.id(), id, secret.getBytes(StandardCharsets.UTF_8)))
                        .update();
                jdbc.sql("insert into ships.voyage (tenant_id, id, ship_id, log, ports) values (?, ?, ?, ?::jsonb, ?)")
                        .params(
                                CurrentTenant.id().value(),
                                Ids.next(),
                                id,
                                "{\"captain\": \"" + name + "\"}",
                                new String[] {"Lagos", "A \"quoted\" one"})
                        .update();
            });
            return id;
        }

        String secret(UUID ship) {
            return transactions.execute(status -> new String(
                    secrets.open(
                            CurrentTenant.id(),
                            ship,
                            jdbc.sql("select secret from ships.ship where tenant_id = ? and id = ?")
                                    .params(CurrentTenant.id().value(), ship)
                                    .query((row, index) -> row.getBytes(1))
                                    .single()),
                    StandardCharsets.UTF_8));
        }

        String names() {
            return transactions.execute(
                    status -> jdbc.sql("select string_agg(name, ',' order by id) from ships.ship where tenant_id = ?")
                            .param(CurrentTenant.id().value())
                            .query((row, index) -> String.valueOf(row.getString(1)))
                            .single());
        }
    }
}
