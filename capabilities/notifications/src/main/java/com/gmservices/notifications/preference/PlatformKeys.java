package com.gmservices.notifications.preference;

import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Secrets of the platform itself, made when they are first needed, sealed, and the same for every node ever after. */
@Repository
public class PlatformKeys {

    private final JdbcClient jdbc;
    private final SealedColumn column;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final Map<UUID, byte[]> known = new ConcurrentHashMap<>();

    PlatformKeys(
            JdbcClient jdbc, SealedColumn platformKeyColumn, Clock clock, PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
        this.column = platformKeyColumn;
        this.clock = clock;
    }

    public static SealedColumn column(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofPlatform(jdbc, vault, "notifications.platform_key", "id", "secret");
    }

    /** Of two nodes that make it at once, the first one's holds. */
    public byte[] get(UUID id, Supplier<byte[]> make) {
        byte[] secret = known.get(id);
        if (secret == null) {
            secret = find(id).orElseGet(() -> made(id, make.get()));
            known.put(id, secret);
        }
        return secret.clone();
    }

    /** What a transaction that fails has made must not be known for longer than it. */
    private byte[] made(UUID id, byte[] secret) {
        return Objects.requireNonNull(apart.execute(status -> {
            add(id, secret);
            return find(id).orElseThrow();
        }));
    }

    private void add(UUID id, byte[] secret) {
        jdbc.sql("""
                insert into notifications.platform_key (id, secret, created_at) values (?, ?, ?) on conflict do nothing
                """)
                .params(id, column.seal(null, id, secret), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<byte[]> find(UUID id) {
        return jdbc.sql("select secret from notifications.platform_key where id = ?")
                .param(id)
                .query((row, index) -> column.open(null, id, row.getBytes("secret")))
                .optional();
    }
}
