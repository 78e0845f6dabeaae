package com.gmservices.events;

import com.gmservices.database.Ids;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the log has gained since somebody last looked, for whoever wants to hear of it at once and can do without what
 * is minutes old. It asks PostgreSQL for its snapshot and the next time for what that snapshot did not show, so that a
 * transaction that commits late is neither missed nor told twice. Asked for several tenants at once, because one
 * question for all who listen in this process is cheap and a question for each of them is not.
 */
@Component
public class Latest {

    private static final Pattern MARK = Pattern.compile("\\d{1,19}:\\d{1,19}:[\\d,]{0,4000}");

    private final JdbcClient platform;
    private final JsonMapper json;

    Latest(@PlatformDatabase JdbcClient platform, JsonMapper json) {
        this.platform = platform;
        this.json = json;
    }

    /** @param mark up to where this look went: the next one goes on from there */
    public record Look(String mark, List<Happening> happenings) {}

    public static boolean isMark(String text) {
        return MARK.matcher(text).matches();
    }

    /**
     * @param mark of the look before; null for all
     * @param oldest what was logged before is left out
     */
    public Look since(Collection<TenantId> tenants, @Nullable String mark, Instant oldest) {
        List<Happening> happenings = new ArrayList<>();
        String next = platform.sql("""
                select pg_current_snapshot()::text as mark, e.tenant_id, e.id, e.type, e.aggregate, e.aggregate_seq, e.payload
                from (values (1)) once (look)
                left join events.event_log e
                    on e.tenant_id = any (:tenants) and e.id >= :oldest
                   and (:mark::text is null or not pg_visible_in_snapshot(e.transaction, :mark::pg_snapshot))
                order by e.id
                """)
                .param("tenants", tenants.stream().map(TenantId::value).toArray(UUID[]::new))
                .param("oldest", Ids.floor(oldest))
                .param("mark", mark)
                .query((row, index) -> {
                    if (row.getObject("tenant_id") != null) {
                        happenings.add(Happening.from(row, json));
                    }
                    return row.getString("mark");
                })
                .list()
                .getFirst();
        return new Look(next, happenings);
    }
}
