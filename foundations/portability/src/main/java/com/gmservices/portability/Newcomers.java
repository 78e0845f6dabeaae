package com.gmservices.portability;

import com.gmservices.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People who come with a business from elsewhere. Whoever has proved here that an address is theirs is the member with
 * that address; the others can be invited. The business stays with whoever owns it here.
 */
@Component
class Newcomers {

    void receive(JdbcClient database, TenantId tenant, Runnable arrival) {
        String founder = database.sql("select to_jsonb(m)::text from tenancy.member m where tenant_id = ? and owner")
                .param(tenant.value())
                .query((row, index) -> row.getString(1))
                .optional()
                .orElseThrow(() -> new PortabilityRefused.NotEmpty("no owner"));
        if (isKnownToOthers(database, tenant)) {
            throw new PortabilityRefused.NotEmpty("people beside its owner");
        }
        arrival.run();
        database.sql("update tenancy.member set owner = false where tenant_id = ? and owner")
                .param(tenant.value())
                .update();
        if (!becomesOwner(database, tenant, founder)) {
            database.sql(
                            "insert into tenancy.member select * from jsonb_populate_record(null::tenancy.member, ?::jsonb)")
                    .param(founder)
                    .update();
        }
        recognise(database, tenant);
    }

    private static boolean isKnownToOthers(JdbcClient database, TenantId tenant) {
        return database.sql("select exists (select from tenancy.member where tenant_id = ? and not owner)")
                .param(tenant.value())
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    private static boolean becomesOwner(JdbcClient database, TenantId tenant, String founder) {
        return database.sql("""
                        update tenancy.member m
                        set owner = true, active = true, identity_id = f.identity_id, revision = m.revision + 1,
                            roles = (select array_agg(distinct role) from unnest(m.roles || array['admin']) role)
                        from jsonb_populate_record(null::tenancy.member, :founder::jsonb) f
                        where m.tenant_id = :tenant and m.id = (
                          select id from tenancy.member o where o.tenant_id = :tenant and lower(o.email) = lower(f.email)
                          order by id limit 1)
                        """)
                        .param("founder", founder)
                        .param("tenant", tenant.value())
                        .update()
                == 1;
    }

    private static void recognise(JdbcClient database, TenantId tenant) {
        database.sql("""
                update tenancy.member m set identity_id = known.identity, revision = m.revision + 1
                from (select distinct on (i.id) i.id as identity, o.id as member from tenancy.member o
                      join identity.identity i on lower(i.email) = lower(o.email) and i.email_verified_at is not null
                      where o.tenant_id = :tenant and o.identity_id is null and o.active
                        and not exists (select from tenancy.member t
                                        where t.tenant_id = :tenant and t.identity_id = i.id)
                      order by i.id, o.id) known
                where m.tenant_id = :tenant and m.id = known.member
                """).param("tenant", tenant.value()).update();
    }
}
