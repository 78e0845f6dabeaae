package com.gmservices.notifications.sms;

import com.gmservices.notifications.sms.SmsLimits.Caps;
import com.gmservices.tenancy.Plans;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a business has spent on text messages, and whether there is something left for one more. */
@Repository
@Transactional
public class SmsBudget {

    private static final String ALL = "";
    private static final double MILLION = 1_000_000;

    private final JdbcClient jdbc;
    private final SmsLimits limits;
    private final Plans plans;
    private final Clock clock;

    SmsBudget(JdbcClient jdbc, SmsLimits limits, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.plans = plans;
        this.clock = clock;
    }

    public record Spent(LocalDate day, String country, int messages, int segments, double cost) {}

    /** What stands against one more: all that is spent on a day, what of it on that country, or what everybody spends there. */
    public enum Cap {
        DAY,
        COUNTRY,
        PLATFORM
    }

    /** Takes it from the budget; nothing is taken when a cap stands against it. Of two at once the second waits. */
    public Optional<Cap> take(TenantId tenant, MobileNumber to, String home, String text) {
        int segments = Segments.of(text);
        long cost = limits.micros(to.country(), segments);
        Caps caps = caps(tenant);
        long ofCountry = to.country().equals(home) ? caps.dayMicros() : caps.countryDayMicros();
        if (!add(tenant, ALL, segments, cost, caps.dayMicros())) {
            return Optional.of(Cap.DAY);
        }
        if (!add(tenant, to.country(), segments, cost, ofCountry)) {
            giveBack(tenant, List.of(ALL), segments, cost);
            return Optional.of(Cap.COUNTRY);
        }
        if (!addToAll(to.country(), cost)) {
            giveBack(tenant, List.of(ALL, to.country()), segments, cost);
            return Optional.of(Cap.PLATFORM);
        }
        return Optional.empty();
    }

    public Caps caps(TenantId tenant) {
        return limits.of(plans.of(tenant));
    }

    private boolean add(TenantId tenant, String country, int segments, long cost, long limit) {
        return cost <= limit
                && jdbc.sql("""
                        insert into notifications.sms_spend as spent (tenant_id, day, country, messages, segments, cost)
                        values (:tenant, :day, :country, 1, :segments, :cost)
                        on conflict (tenant_id, day, country) do update
                        set messages = spent.messages + 1, segments = spent.segments + :segments, cost = spent.cost + :cost
                        where spent.cost + :cost <= :limit
                        """)
                                .param("tenant", tenant.value())
                                .param("day", today())
                                .param("country", country)
                                .param("segments", segments)
                                .param("cost", cost)
                                .param("limit", limit)
                                .update()
                        == 1;
    }

    private boolean addToAll(String country, long cost) {
        OptionalLong limit = limits.ofAll(country);
        return limit.isEmpty()
                || (cost <= limit.getAsLong()
                        && jdbc.sql("""
                                insert into notifications.sms_country_spend as spent (day, country, cost)
                                values (:day, :country, :cost)
                                on conflict (day, country) do update set cost = spent.cost + :cost
                                where spent.cost + :cost <= :limit
                                """)
                                        .param("day", today())
                                        .param("country", country)
                                        .param("cost", cost)
                                        .param("limit", limit.getAsLong())
                                        .update()
                                == 1);
    }

    private void giveBack(TenantId tenant, List<String> countries, int segments, long cost) {
        jdbc.sql("""
                update notifications.sms_spend
                set messages = messages - 1, segments = segments - :segments, cost = cost - :cost
                where tenant_id = :tenant and day = :day and country in (:countries)
                """)
                .param("tenant", tenant.value())
                .param("day", today())
                .param("countries", countries)
                .param("segments", segments)
                .param("cost", cost)
                .update();
    }

    /** The last thirty days, each country of each day. */
    @Transactional(readOnly = true)
    public List<Spent> spent(TenantId tenant) {
        return jdbc.sql("""
                select day, country, messages, segments, cost from notifications.sms_spend
                where tenant_id = ? and day > ? and country <> '' and messages > 0 order by day desc, country limit 200
                """)
                .params(tenant.value(), today().minusDays(30))
                .query((row, index) -> new Spent(
                        row.getObject("day", LocalDate.class),
                        row.getString("country"),
                        row.getInt("messages"),
                        row.getInt("segments"),
                        row.getLong("cost") / MILLION))
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
