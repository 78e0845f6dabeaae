package com.gmservices.payments;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members of the current tenant are about to save. */
@Repository
class MethodSetups {

    private final JdbcClient jdbc;

    MethodSetups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record MethodSetup(UUID id, String gateway, String reference) {}

    void add(MethodSetup setup, MemberId member, Instant now) {
        jdbc.sql("""
                insert into payments.method_setup (tenant_id, id, member, gateway, reference, created_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        CurrentTenant.id().value(),
                        setup.id,
                        member.value(),
                        setup.gateway,
                        setup.reference,
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Empty when it is somebody else's, or has come to its end. */
    Optional<MethodSetup> find(UUID id, MemberId member) {
        return jdbc.sql("""
                select * from payments.method_setup where tenant_id = ? and id = ? and member = ? and ended_at is null
                """)
                .params(CurrentTenant.id().value(), id, member.value())
                .query((row, index) -> new MethodSetup(id, row.getString("gateway"), row.getString("reference")))
                .optional();
    }

    void end(UUID id, Instant now) {
        jdbc.sql("update payments.method_setup set ended_at = ? where tenant_id = ? and id = ? and ended_at is null")
                .params(now.atOffset(ZoneOffset.UTC), CurrentTenant.id().value(), id)
                .update();
    }
}
