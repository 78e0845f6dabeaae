package com.gmservices.requests;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.Year;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands out references such as {@code SR-2026-000123}, by the year of the tenant's zone. Blocks of numbers are taken
 * outside the caller's transaction, so that a number is never given twice, whatever becomes of that transaction; there
 * may be gaps.
 */
@Component
class References {

    private static final int BLOCK = 50;

    private final JdbcClient platform;
    private final Clock clock;
    private final ConcurrentMap<Series, Block> blocks = new ConcurrentHashMap<>();

    private record Series(TenantId tenant, int year) {}

    private record Block(long next, long end) {}

    References(@PlatformDatabase JdbcClient platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    String next(Tenant tenant) {
        var series = new Series(
                tenant.id(), Year.now(clock.withZone(tenant.timeZone())).getValue());
        Block taken = blocks.compute(
                series,
                (key, block) -> block == null || block.next + 1 >= block.end
                        ? fresh(key)
                        : new Block(block.next + 1, block.end));
        return "SR-%d-%06d".formatted(series.year, taken.next);
    }

    private Block fresh(Series series) {
        long end = platform.sql("""
                insert into requests.reference_block (tenant_id, year, next) values (?, ?, ?)
                on conflict (tenant_id, year) do update set next = reference_block.next + ?
                returning next
                """)
                .params(series.tenant.value(), series.year, BLOCK + 1, BLOCK)
                .query((row, index) -> row.getLong(1))
                .single();
        return new Block(end - BLOCK, end);
    }
}
