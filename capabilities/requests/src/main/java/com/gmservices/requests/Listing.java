package com.gmservices.requests;

import com.gmservices.database.Ids;
import com.gmservices.requests.Wanted.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Requests in an order that an index carries, so that the first page costs the same however many there are.
 *
 * <p>Words are looked for in two ways. {@link #probe} walks down the list and keeps what has them: right for words that
 * many have. {@link #find} asks the index of words, through a function that may use it under row-level security (see the
 * migration), and puts the finds in order: right for words that few have. A word that is rare in the first thousand is
 * not common enough to make the second way slow.
 */
@Repository
class Listing {

    static final int PROBED = 1_000;

    /** As many as are put into another order than the newest first. */
    private static final int MOST_FOUND = 50_000;

    private static final Duration LATELY = Duration.ofDays(92);

    private static final String RANK = "array_position(:statuses::text[], r.status)";
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final ServiceRequests requests;
    private final Clock clock;

    Listing(JdbcClient jdbc, ServiceRequests requests, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.clock = clock;
    }

    /** @param key the request's place in the order, beside its id */
    record Row(ServiceRequest request, String key) {}

    List<Row> page(Conditions conditions, @Nullable Place from, int limit) {
        return rows(bind(jdbc.sql(inOrder(conditions, from, "")), conditions, from, limit));
    }

    /** Of the newest only what came lately: to plan for the months of years takes longer than to look at a thousand. */
    List<Row> probe(Conditions conditions, String query, @Nullable Place from, int limit) {
        String lately = conditions.sort() == Sort.NEWEST ? " and r.id >= :lately" : "";
        String sql = """
                select * from (%s) r
                where (select s.document @@ :query::tsquery from requests.request_search s
                       where s.tenant_id = :tenant and s.id = r.id)
                limit :wanted
                """.formatted(inOrder(conditions, from, lately));
        return rows(bind(jdbc.sql(sql), conditions, from, PROBED)
                .param("lately", Ids.floor(clock.instant().minus(LATELY)))
                .param("query", query)
                .param("wanted", limit));
    }

    List<Row> find(Conditions conditions, String query, @Nullable Place from, int limit) {
        Sort sort = conditions.sort();
        boolean byName = sort == Sort.CUSTOMER;
        String sql = """
                select r.*, %s as key
                from requests.find_requests(:query::tsquery, :before, :most) f (id)
                cross join lateral (select * from requests.request r
                                    where r.tenant_id = :tenant and r.id = f.id offset 0) r
                %s
                where %s%s
                order by %s limit :limit
                """.formatted(
                        key(sort), byName ? """
                        cross join lateral (select s.id, s.customer_name from requests.request_search s
                                            where s.tenant_id = :tenant and s.id = f.id offset 0) s""" : "", conditions.inAll(), from == null ? "" : after(sort), order(sort));
        boolean newestOnly = sort == Sort.NEWEST && conditions.areEmpty();
        return rows(bind(jdbc.sql(sql), conditions, from, limit)
                .param("query", query)
                .param("before", sort == Sort.NEWEST && from != null ? from.id() : LAST)
                .param("most", newestOnly ? limit : MOST_FOUND));
    }

    List<Row> byReference(Conditions conditions, Collection<String> references) {
        String sql = """
                select r.*, '' as key from requests.request r
                where r.id = any (array(select n.request_id from requests.request_reference n
                                        where n.tenant_id = :tenant and n.reference = any (:references)))
                  and %s
                order by r.id desc
                """.formatted(conditions.inAll());
        return rows(conditions.bind(jdbc.sql(sql)).param("references", references.toArray(String[]::new)));
    }

    /** Words that documents have and that are like those typed. */
    Map<String, List<String>> nearWords(Collection<String> typed) {
        return jdbc
                .sql("select typed_word, near_word from requests.near_words(?)")
                .param(typed.toArray(String[]::new))
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String inOrder(Conditions conditions, @Nullable Place from, String more) {
        Sort sort = conditions.sort();
        String after = from == null ? more : after(sort) + more;
        if (sort == Sort.CUSTOMER) {
            return byCustomer(conditions, after);
        }
        String wanted = conditions.goByLegs()
                ? byLegs(conditions, from, more)
                : """
                select r.*, %s as key from requests.request r where %s%s
                """.formatted(
                        key(sort), conditions.inAll() + (sort == Sort.DUE ? " and r.due_at is not null" : ""), after);
        return "%s order by %s limit :limit".formatted(wanted, order(sort));
    }

    private static String byLegs(Conditions conditions, @Nullable Place from, String more) {
        String after = from == null ? "" : conditions.sort() == Sort.NEWEST ? " and r.id < :id" : """
                         and array_position(:statuses::text[], leg_status.status) >= :key::int
                         and r.id < case when array_position(:statuses::text[], leg_status.status) = :key::int
                                         then :id::uuid else 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid end""";
        return """
                select r.*, %s as key from %s
                cross join lateral (select * from requests.request r where %s %s order by r.id desc limit :limit) r
                """.formatted(key(conditions.sort()), conditions.legs(), conditions.onLeg(), after + more);
    }

    private static String byCustomer(Conditions conditions, String after) {
        return """
                select r.*, s.customer_name as key from requests.request_search s
                cross join lateral (select * from requests.request r where r.id = s.id and %s offset 0) r
                where s.tenant_id = :tenant%s
                order by s.customer_name, s.id limit :limit
                """.formatted(conditions.inAll(), after);
    }

    private static String key(Sort sort) {
        return switch (sort) {
            case NEWEST -> "''";
            case DUE -> """
                    coalesce(to_char(nullif(r.due_at, 'infinity') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                             'infinity')""";
            case STATUS -> RANK + "::text";
            case CUSTOMER -> "s.customer_name";
            case PRICE -> "r.price_order::text";
        };
    }

    private static String order(Sort sort) {
        return switch (sort) {
            case NEWEST -> "r.id desc";
            case DUE -> "r.due_at, r.id";
            case STATUS -> RANK + ", r.id desc";
            case CUSTOMER -> "s.customer_name, s.id";
            case PRICE -> "r.price_order desc, r.id desc";
        };
    }

    private static String after(Sort sort) {
        return switch (sort) {
            case NEWEST -> " and r.id < :id";
            case DUE -> " and (r.due_at, r.id) > (:key::timestamptz, :id)";
            case STATUS -> " and (%1$s > :key::int or %1$s = :key::int and r.id < :id)".formatted(RANK);
            case CUSTOMER -> " and (s.customer_name, s.id) > (:key collate \"C\", :id)";
            case PRICE -> " and (r.price_order, r.id) < (:key::bigint, :id)";
        };
    }

    private static StatementSpec bind(StatementSpec sql, Conditions conditions, @Nullable Place from, int limit) {
        return conditions
                .bind(sql)
                .param("id", from == null ? LAST : from.id())
                .param("key", from == null ? "" : from.key())
                .param("limit", limit);
    }

    private List<Row> rows(StatementSpec statement) {
        return statement.query(this::toRow).list();
    }

    private Row toRow(ResultSet row, int index) throws SQLException {
        return new Row(requests.toRequest(row, index), row.getString("key"));
    }
}
