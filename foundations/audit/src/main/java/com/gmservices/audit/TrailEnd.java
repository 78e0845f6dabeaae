package com.gmservices.audit;

import com.gmservices.audit.Verifier.Verdict;
import com.gmservices.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where a business's chains end when it moves, and go on: their seals are keyed by the installation that made them. */
@Service
public class TrailEnd {

    private final List<Chained> all;
    private final Seals seals;
    private final Verifier verifier;

    TrailEnd(List<Chained> all, Seals seals, Verifier verifier) {
        this.all = all;
        this.seals = seals;
        this.verifier = verifier;
    }

    /** How far each chain goes and whether it holds, for whoever takes the business in to write down. */
    public Map<String, String> of(TenantId tenant) {
        var ends = new TreeMap<String, String>();
        all.forEach(lines -> ends.put(lines.name(), end(lines, tenant)));
        return ends;
    }

    private String end(Chained lines, TenantId tenant) {
        seals.seal(lines, tenant);
        Verdict verdict = verifier.verify(lines, tenant);
        return "%s up to line %d (%s)"
                .formatted(verdict.holds() ? "whole" : "broken", verdict.position(), verdict.fingerprint());
    }

    /**
     * Lines that came from elsewhere are sealed here within seconds, in the order in which they were written.
     *
     * @param owner in whose transaction they come
     */
    public void goOn(JdbcClient owner, TenantId tenant) {
        for (Chained lines : all) {
            owner.sql("""
                    insert into %1$sunsealed (tenant_id, id)
                    select l.tenant_id, l.id from %2$s l
                    where l.tenant_id = ? and not exists (
                      select from %1$sseal s where s.tenant_id = l.tenant_id and s.entry_id = l.id)
                    on conflict do nothing
                    """.formatted(lines.prefix(), lines.lines()))
                    .param(tenant.value())
                    .update();
        }
    }
}
