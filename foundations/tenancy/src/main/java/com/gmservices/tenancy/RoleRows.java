package com.gmservices.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleRows {

    private final JdbcClient jdbc;

    RoleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnRole> all(TenantId tenant) {
        return jdbc.sql("select * from tenancy.role where tenant_id = ? order by lower(name)")
                .param(tenant.value())
                .query(RoleRows::toRole)
                .list();
    }

    /** False when another one has that name or slug. */
    boolean insert(OwnRole role) {
        return bind("""
                insert into tenancy.role (tenant_id, id, slug, name, permissions, created_at)
                values (:tenant, :id, :slug, :name, :permissions, :created)
                on conflict do nothing
                """, role).update() == 1;
    }

    /** Compare and set: false when the stored revision is another one. */
    boolean replace(OwnRole role) {
        return bind("""
                update tenancy.role
                set name = :name, permissions = :permissions, revision = revision + 1
                where tenant_id = :tenant and id = :id and revision = :revision
                """, role).update() == 1;
    }

    void remove(OwnRole role) {
        jdbc.sql("delete from tenancy.role where tenant_id = ? and id = ?")
                .params(role.tenant().value(), role.id().value())
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, OwnRole role) {
        return jdbc.sql(sql)
                .param("tenant", role.tenant().value())
                .param("id", role.id().value())
                .param("slug", role.slug())
                .param("name", role.name())
                .param("permissions", role.permissions().toArray(String[]::new))
                .param("revision", role.revision())
                .param("created", role.createdAt().atOffset(ZoneOffset.UTC));
    }

    private static OwnRole toRole(ResultSet row, int index) throws SQLException {
        return new OwnRole(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new RoleId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                Set.of((String[]) row.getArray("permissions").getArray()),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
