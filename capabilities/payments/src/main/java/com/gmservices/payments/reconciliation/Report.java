package com.gmservices.payments.reconciliation;

import com.gmservices.payments.reconciliation.Movements.Sum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one gateway has told of one day, and how it compares.
 *
 * @param askedAt null when it was never asked for that day
 */
record Report(String gateway, @Nullable Instant askedAt, List<Sum> sums, List<Difference> differences) {

    Report {
        sums = List.copyOf(sums);
        differences = List.copyOf(differences);
    }

    /** By gateway. */
    static List<Report> of(List<ReconciledDays.Told> told, List<Sum> sums, List<Difference> differences) {
        Map<String, Instant> asked = told.stream()
                .collect(Collectors.toMap(
                        ReconciledDays.Told::gateway, ReconciledDays.Told::askedAt, (one, other) -> one, TreeMap::new));
        SortedSet<String> gateways = Stream.of(
                        asked.keySet().stream(),
                        sums.stream().map(Sum::gateway),
                        differences.stream().map(Difference::gateway))
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
        return gateways.stream()
                .map(gateway -> new Report(
                        gateway,
                        asked.get(gateway),
                        sums.stream().filter(it -> it.gateway().equals(gateway)).toList(),
                        differences.stream()
                                .filter(it -> it.gateway().equals(gateway))
                                .toList()))
                .toList();
    }

    public long open() {
        return differences.stream().filter(Difference::isOpen).count();
    }

    /** How it stands: the last part of a message key. */
    public String verdict() {
        if (open() > 0) {
            return "differs";
        }
        if (askedAt == null) {
            return "unasked";
        }
        return sums.isEmpty() && differences.isEmpty() ? "nothing" : differences.isEmpty() ? "agrees" : "settled";
    }

    /**
     * Days and what each gateway has told of them, the newest day first.
     *
     * @param before where the list goes on; null when it does not
     */
    record Calendar(
            SortedSet<String> gateways,
            Map<LocalDate, Map<String, ReconciledDays.Told>> days,
            @Nullable LocalDate before) {

        static Calendar of(List<ReconciledDays.Told> told, int most) {
            SortedMap<LocalDate, Map<String, ReconciledDays.Told>> days = told.stream()
                    .collect(Collectors.groupingBy(
                            ReconciledDays.Told::day,
                            () -> new TreeMap<>(Comparator.reverseOrder()),
                            Collectors.toMap(ReconciledDays.Told::gateway, it -> it)));
            return new Calendar(
                    told.stream().map(ReconciledDays.Told::gateway).collect(Collectors.toCollection(TreeSet::new)),
                    days,
                    days.size() < most ? null : days.lastKey());
        }
    }
}
