package com.gmservices.documents;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Plans;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much a business keeps, against what its plan lets it. Two uploads at once cannot pass it together. */
@Component
class Holdings {

    private final JdbcClient jdbc;
    private final Plans plans;

    Holdings(JdbcClient jdbc, Plans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    /** @param keepMonths null for ever */
    record Holding(long bytes, int files, @Nullable Integer keepMonths) {}

    Holding now() {
        return jdbc.sql("select bytes, files, keep_months from documents.holding where tenant_id = ?")
                .param(CurrentTenant.id().value())
                .query((row, index) -> new Holding(
                        row.getLong("bytes"), row.getInt("files"), row.getObject("keep_months", Integer.class)))
                .optional()
                .orElseGet(() -> new Holding(0, 0, null));
    }

    long quota() {
        return plans.of(CurrentTenant.id()).storageBytes();
    }

    /** @throws DocumentRefused.StorageFull when so much more is too much */
    void reserve(long bytes, long quota) {
        int reserved = jdbc.sql("""
                insert into documents.holding as held (tenant_id, bytes, files)
                select :tenant, :bytes, 1 where :bytes <= :quota
                on conflict (tenant_id) do update set bytes = held.bytes + excluded.bytes, files = held.files + 1
                where held.bytes + excluded.bytes <= :quota
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("bytes", bytes)
                .param("quota", quota)
                .update();
        if (reserved == 0) {
            throw new DocumentRefused.StorageFull(quota);
        }
    }

    /** A file has become smaller, or larger, when it was drawn anew. */
    void resize(long bytes) {
        change(bytes, 0);
    }

    void free(long bytes) {
        change(-bytes, -1);
    }

    private void change(long bytes, int files) {
        jdbc.sql("""
                update documents.holding set bytes = greatest(0, bytes + :bytes), files = greatest(0, files + :files)
                where tenant_id = :tenant
                """)
                .param("bytes", bytes)
                .param("files", files)
                .param("tenant", CurrentTenant.id().value())
                .update();
    }

    void swept(Instant now) {
        jdbc.sql("update documents.holding set swept_at = ? where tenant_id = ?")
                .params(now.atOffset(ZoneOffset.UTC), CurrentTenant.id().value())
                .update();
    }

    /** @param months null for ever */
    void keep(@Nullable Integer months) {
        jdbc.sql("""
                insert into documents.holding (tenant_id, keep_months) values (:tenant, :months)
                on conflict (tenant_id) do update set keep_months = excluded.keep_months
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("months", months)
                .update();
    }
}
