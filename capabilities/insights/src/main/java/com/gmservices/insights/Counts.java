package com.gmservices.insights;

import com.gmservices.database.CommitWrites;
import com.gmservices.database.Ids;
import com.gmservices.insights.Insight.Measure;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The counts of the current tenant: those of each day and measure in one row, and those of the last moments as they
 * came. Writers only ever add rows of their own; a job adds these to the days.
 */
@Repository
class Counts {

    private static final String ALL = """
            (select measure, day, part, count, sum from insights.daily where tenant_id = :tenant
             union all
             select measure, day, part, count, sum from insights.tally where tenant_id = :tenant)
            """;

    private static final String ADD = """
            insert into %s (tenant_id, %s measure, day, part, count, sum)
            select :tenant, %s m, d, p, c, s
            from unnest(:ids::uuid[], :measures::text[], :days::date[], :parts::text[], :counts::bigint[],
                        :sums::bigint[]) as t (i, m, d, p, c, s)
            """;

    private static final String ADD_TO_TALLY = ADD.formatted("insights.tally", "id,", "i,");
    private static final String ADD_TO_DAILY = ADD.formatted("insights.daily", "", "");

    private final JdbcClient jdbc;
    private final CommitWrites writes;
    private final Tenants tenants;

    Counts(JdbcClient jdbc, CommitWrites writes, Tenants tenants) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.tenants = tenants;
    }

    /** A measure's part on one day. */
    record Slot(Measure measure, LocalDate day, String part) {

        static Slot of(Insight insight, ZoneId zone) {
            return new Slot(insight.measure(), insight.at().atZone(zone).toLocalDate(), insight.part());
        }
    }

    record Amount(long count, long sum) {

        Amount plus(Amount other) {
            return new Amount(count + other.count, sum + other.sum);
        }
    }

    record Entry(Slot slot, Amount amount) {}

    /** @param slice 0 for the first days that were asked for, and so on */
    record Line(Measure measure, String part, int slice, long count, long sum) {}

    /** @param before where it was when the first day that was asked for began */
    record Level(String part, long now, long before) {}

    void add(List<Insight> insights) {
        if (!insights.isEmpty()) {
            ZoneId zone = tenants.current().timeZone();
            List<Entry> entries = insights.stream()
                    .map(insight -> new Entry(Slot.of(insight, zone), new Amount(insight.count(), insight.sum())))
                    .toList();
            writes.add(ADD_TO_TALLY, values(entries));
        }
    }

    /** As many as that at once are added to their days. */
    int fold(int most) {
        return jdbc.sql("""
                with taken as (
                    delete from insights.tally where tenant_id = :tenant and id in (
                        select id from insights.tally where tenant_id = :tenant order by id limit :most)
                    returning measure, day, part, count, sum),
                kept as (
                    insert into insights.daily as d (tenant_id, measure, day, part, count, sum)
                    select :tenant, measure, day, part, sum(count), sum(sum) from taken group by measure, day, part
                    on conflict (tenant_id, measure, day, part)
                        do update set count = d.count + excluded.count, sum = d.sum + excluded.sum)
                select count(*) from taken
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Takes the place of all that this transaction sees. */
    void replaceWith(Collection<Entry> entries) {
        for (String table : List.of("insights.tally", "insights.daily")) {
            jdbc.sql("delete from %s where tenant_id = ?".formatted(table))
                    .param(CurrentTenant.id().value())
                    .update();
        }
        jdbc.sql(ADD_TO_DAILY).paramSource(values(entries)).update();
    }

    /**
     * Sums per measure, part and slice of so many days. What is told over time has slices of some days, the rest one
     * for the period before and one for the period.
     */
    List<Line> lines(Period period, Collection<Measure> overTime, Collection<Measure> others) {
        return jdbc.sql("""
                select measure, part, slice, sum(count) as count, sum(sum) as sum from (
                    select measure, part, count, sum,
                           (day - :first) / case when measure = any (:overTime) then :step else :days end as slice
                    from %s c where measure = any (:measures) and day between :first and :last) s
                group by measure, part, slice
                """.formatted(ALL))
                .param("tenant", CurrentTenant.id().value())
                .param("first", period.before().first())
                .param("last", period.last())
                .param("step", period.step())
                .param("days", period.days())
                .param("overTime", codes(overTime))
                .param(
                        "measures",
                        codes(List.of(overTime, others).stream()
                                .flatMap(Collection::stream)
                                .toList()))
                .query((row, index) -> new Line(
                        Measure.of(row.getString("measure")),
                        row.getString("part"),
                        row.getInt("slice"),
                        row.getLong("count"),
                        row.getLong("sum")))
                .list();
    }

    List<Level> levels(Measure measure, Period period) {
        return jdbc.sql("""
                select part, sum(count) as now, coalesce(sum(count) filter (where day < :first), 0) as before
                from %s c where measure = :measure and day <= :last group by part
                """.formatted(ALL))
                .param("tenant", CurrentTenant.id().value())
                .param("measure", measure.code())
                .param("first", period.first())
                .param("last", period.last())
                .query((row, index) -> new Level(row.getString("part"), row.getLong("now"), row.getLong("before")))
                .list();
    }

    private static MapSqlParameterSource values(Collection<Entry> entries) {
        return new MapSqlParameterSource()
                .addValue("tenant", CurrentTenant.id().value())
                .addValue("ids", entries.stream().map(each -> Ids.next()).toArray(UUID[]::new))
                .addValue("measures", column(entries, each -> each.slot.measure.code()))
                .addValue("days", column(entries, each -> each.slot.day.toString()))
                .addValue("parts", column(entries, each -> each.slot.part))
                .addValue(
                        "counts",
                        entries.stream().map(each -> each.amount.count).toArray(Long[]::new))
                .addValue("sums", entries.stream().map(each -> each.amount.sum).toArray(Long[]::new));
    }

    private static String[] column(Collection<Entry> entries, Function<Entry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    private static String[] codes(Collection<Measure> measures) {
        return measures.stream().map(Measure::code).toArray(String[]::new);
    }
}
