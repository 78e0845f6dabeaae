package com.gmservices.requests;

import com.gmservices.requests.Wanted.Sort;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What a list asks of a request {@code r}, in SQL. Only what is asked for is written down, so that each question is
 * planned for itself.
 *
 * <p>Those of a few statuses, types or providers are fetched leg by leg, {@code l}, each from an index that has them
 * from new to old: whatever share of all they are, no more rows are read than are shown.
 */
final class Conditions {

    private static final int MOST_LEGS = 64;

    private static final String[] STATUSES = codes(EnumSet.allOf(RequestStatus.class));

    private final Sort sort;
    private final List<String> sql = new ArrayList<>();
    private final Map<String, String[]> legs = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private boolean few;

    Conditions(Sort sort) {
        this.sort = sort;
        values.put("tenant", CurrentTenant.id().value());
        values.put("status", STATUSES);
        values.put("statuses", STATUSES);
        sql.add("r.tenant_id = :tenant");
    }

    Sort sort() {
        return sort;
    }

    Conditions and(String condition) {
        sql.add(condition);
        return this;
    }

    Conditions and(String condition, String name, Object value) {
        values.put(name, value);
        return and(condition);
    }

    Conditions at(String condition, String name, Instant value) {
        return and(condition, name, value.atOffset(ZoneOffset.UTC));
    }

    /** For what an index of its own has, because few requests have it. */
    Conditions fewOf() {
        few = true;
        return this;
    }

    Conditions in(Set<RequestStatus> statuses) {
        return statuses.isEmpty() ? this : leg("status", codes(statuses));
    }

    Conditions ofTypes(Collection<String> types) {
        return leg("service_type", types.toArray(String[]::new));
    }

    Conditions by(Collection<UUID> providers) {
        return leg("provider_id", providers.stream().map(UUID::toString).toArray(String[]::new));
    }

    private Conditions leg(String column, String[] codes) {
        legs.put(column, codes);
        values.put(column, codes);
        return this;
    }

    boolean areEmpty() {
        return sql.size() == 1 && legs.isEmpty();
    }

    boolean goByLegs() {
        boolean wanted = sort == Sort.STATUS || (sort == Sort.NEWEST && !legs.isEmpty());
        return wanted
                && !few
                && allLegs().values().stream().mapToInt(codes -> codes.length).reduce(1, Math::multiplyExact)
                        <= MOST_LEGS;
    }

    String legs() {
        return allLegs().keySet().stream()
                .map(column -> "unnest(:%1$s::text[]) leg_%1$s (%1$s)".formatted(column))
                .collect(Collectors.joining(" cross join "));
    }

    String onLeg() {
        return allLegs().keySet().stream()
                .map(column -> "r.%1$s = leg_%1$s.%1$s%2$s".formatted(column, cast(column)))
                .collect(Collectors.joining(" and ", sql() + " and ", ""));
    }

    String inAll() {
        return legs.keySet().stream()
                .map(column -> " and r.%1$s = any (:%1$s::text[]%2$s)"
                        .formatted(column, cast(column).isEmpty() ? "" : "::uuid[]"))
                .collect(Collectors.joining("", sql(), ""));
    }

    StatementSpec bind(StatementSpec statement) {
        values.forEach(statement::param);
        return statement;
    }

    private Map<String, String[]> allLegs() {
        var all = new LinkedHashMap<>(legs);
        all.putIfAbsent("status", STATUSES);
        return all;
    }

    private String sql() {
        return String.join(" and ", sql);
    }

    private static String cast(String column) {
        return column.endsWith("_id") ? "::uuid" : "";
    }

    private static String[] codes(Set<RequestStatus> statuses) {
        return EnumSet.copyOf(statuses).stream().map(RequestStatus::code).toArray(String[]::new);
    }
}
