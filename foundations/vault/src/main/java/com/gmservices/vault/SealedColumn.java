package com.gmservices.vault;

import com.gmservices.tenancy.TenantId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of sealed values ({@code bytea}) in a table whose rows have one id. A value's context is the column's name
 * and that id: {@code identity.totp.secret/0199…}.
 */
public final class SealedColumn implements Sealed {

    private static final Logger log = LoggerFactory.getLogger(SealedColumn.class);

    /** With which PostgreSQL begins bytes in hexadecimal. */
    private static final String BYTEA = "\\x";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final String table;
    private final String id;
    private final String column;
    private final boolean ofTenants;

    private record Value(UUID id, byte[] sealed) {}

    private SealedColumn(JdbcClient jdbc, Vault vault, String table, String id, String column, boolean ofTenants) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.table = table;
        this.id = id;
        this.column = column;
        this.ofTenants = ofTenants;
    }

    /** In a table with a {@code tenant_id}, sealed for that tenant. */
    public static SealedColumn ofTenants(JdbcClient jdbc, Vault vault, String table, String id, String column) {
        return new SealedColumn(jdbc, vault, table, id, column, true);
    }

    /** In a table without one, sealed for the platform. */
    public static SealedColumn ofPlatform(JdbcClient jdbc, Vault vault, String table, String id, String column) {
        return new SealedColumn(jdbc, vault, table, id, column, false);
    }

    public byte[] seal(@Nullable TenantId tenant, UUID row, byte[] plain) {
        return vault.seal(tenant, context(row), plain);
    }

    public byte[] open(@Nullable TenantId tenant, UUID row, byte[] sealed) {
        return vault.open(tenant, context(row), sealed);
    }

    private String context(UUID row) {
        return "%s.%s/%s".formatted(table, column, row);
    }

    @Override
    public Batch renew(@Nullable TenantId tenant, UUID after, int limit) {
        if (ofTenants != (tenant != null)) {
            return new Batch(0, null);
        }
        List<Value> values = values(tenant, after, limit);
        int renewed = values.stream().mapToInt(value -> renew(tenant, value)).sum();
        return new Batch(renewed, values.size() < limit ? null : values.getLast().id);
    }

    @Override
    public String table() {
        return ofTenants ? table : "";
    }

    @Override
    public void move(ObjectNode row, Move move) {
        JsonNode value = row.path(column);
        if (value.isString()) {
            byte[] moved = move.to(
                    context(UUID.fromString(row.path(id).asString())),
                    HexFormat.of()
                            .parseHex(
                                    value.stringValue(),
                                    BYTEA.length(),
                                    value.stringValue().length()));
            row.put(column, BYTEA + HexFormat.of().formatHex(moved));
        }
    }

    private List<Value> values(@Nullable TenantId tenant, UUID after, int limit) {
        return mine(
                        jdbc.sql(
                                "select %1$s, %2$s from %3$s where %4$s %1$s > :after and %2$s is not null order by %1$s limit :limit"
                                        .formatted(id, column, table, ofTenants ? "tenant_id = :tenant and" : "")),
                        tenant)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> new Value(row.getObject(id, UUID.class), row.getBytes(column)))
                .list();
    }

    private int renew(@Nullable TenantId tenant, Value value) {
        byte[] renewed;
        try {
            renewed = vault.renew(tenant, context(value.id), value.sealed);
        } catch (BrokenSeal e) {
            log.error("A sealed value is passed over, for it did not open before either", e);
            return 0;
        }
        if (Arrays.equals(renewed, value.sealed)) {
            return 0;
        }
        return mine(
                        jdbc.sql("update %3$s set %2$s = :renewed where %4$s %1$s = :id and %2$s = :sealed"
                                .formatted(id, column, table, ofTenants ? "tenant_id = :tenant and" : "")),
                        tenant)
                .param("renewed", renewed)
                .param("id", value.id)
                .param("sealed", value.sealed)
                .update();
    }

    private static JdbcClient.StatementSpec mine(JdbcClient.StatementSpec statement, @Nullable TenantId tenant) {
        return tenant == null ? statement : statement.param("tenant", tenant.value());
    }
}
