package com.gmservices.audit;

import com.gmservices.audit.Seals.Seal;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a person out of the trail, for everybody to see: what somebody did stays, from where goes, and so does what was
 * written down of them. The line's seal is kept, and a second one proves that it was the platform that changed the line.
 */
@Service
public class Redactions {

    private static final int AT_ONCE = 500;

    private final JdbcClient platform;
    private final TransactionTemplate transactions;
    private final Seals seals;
    private final Chain chain;
    private final Clock clock;

    Redactions(
            @PlatformDatabase JdbcClient platform,
            @PlatformDatabase TransactionTemplate transactions,
            Seals seals,
            Chain chain,
            Clock clock) {
        this.platform = platform;
        this.transactions = transactions;
        this.seals = seals;
        this.chain = chain;
        this.clock = clock;
    }

    private record Line(Seal seal, Entry entry, boolean byThem, boolean ofThem) {

        Entry left() {
            return entry.without(byThem, ofThem);
        }
    }

    /**
     * Can be done twice.
     *
     * @param people ids by which lines name the person, as who did it or to whom
     * @param words what is not to stand in any line: names, addresses, numbers
     * @return how many lines have changed
     */
    public int of(@Nullable TenantId tenant, Collection<UUID> people, Collection<String> words) {
        TenantId whose = tenant == null ? Trail.PLATFORM : tenant;
        seals.seal(Entries.CHAIN, whose);
        Chain.Link link = chain.link();
        int all = 0;
        int some;
        do {
            some = Objects.requireNonNull(transactions.execute(status -> some(whose, people, words, link)));
            all += some;
        } while (some == AT_ONCE);
        return all;
    }

    private int some(TenantId tenant, Collection<UUID> people, Collection<String> words, Chain.Link link) {
        List<Line> lines = lines(tenant, people, words);
        lines.forEach(line -> redact(tenant, line, link));
        return lines.size();
    }

    private List<Line> lines(TenantId tenant, Collection<UUID> people, Collection<String> words) {
        return platform.sql("""
                with line as (
                  select e.*,
                         coalesce(e.actor = any (:people::uuid[]), e.subject = any (:people::text[])) as by_them,
                         e.subject = any (:people::text[])
                         or exists (select from unnest(:words::text[]) word
                                    where strpos(lower(coalesce(e.before, '') || coalesce(e.after, '')), lower(word)) > 0)
                           as of_them
                  from audit.entry e where e.tenant_id = :tenant)
                select s.position, s.entry_id, s.hash, line.* from line
                join audit.seal s on s.tenant_id = line.tenant_id and s.entry_id = line.id
                where by_them and num_nonnulls(address, agent) > 0 or of_them and num_nonnulls(before, after) > 0
                limit :most
                """)
                .param("tenant", tenant.value())
                .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
                .param("words", words.toArray(String[]::new))
                .param("most", AT_ONCE)
                .query((row, index) -> new Line(
                        new Seal(row.getLong("position"), row.getObject("entry_id", UUID.class), row.getBytes("hash")),
                        Entries.toEntry(row, index),
                        row.getBoolean("by_them"),
                        row.getBoolean("of_them")))
                .list();
    }

    private void redact(TenantId tenant, Line line, Chain.Link link) {
        Entry left = line.left();
        platform.sql("""
                with line as (
                  update audit.entry set before = :before, after = :after, address = :address, agent = :agent
                  where tenant_id = :tenant and id = :entry)
                insert into audit.redaction (tenant_id, entry_id, hash, at) values (:tenant, :entry, :hash, :at)
                on conflict (tenant_id, entry_id) do update set hash = excluded.hash
                """)
                .param("tenant", tenant.value())
                .param("entry", left.id())
                .param("before", left.before())
                .param("after", left.after())
                .param("address", left.address())
                .param("agent", left.agent())
                .param("hash", link.seal(line.seal.hash(), line.seal.position(), left.line()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
