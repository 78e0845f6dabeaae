package com.gmservices.insights;

import com.gmservices.insights.Bars.Bar;
import com.gmservices.insights.Counts.Line;
import com.gmservices.insights.Insight.Measure;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds up what was counted in a period and the one before. */
final class Sums {

    static final List<Measure> OVER_TIME = List.of(Measure.ASKED, Measure.PAID, Measure.REFUNDED);
    static final List<Measure> OTHERS =
            List.of(Measure.REACHED, Measure.ANSWERED, Measure.WAITED, Measure.QUOTE, Measure.RATED);

    private final Period period;
    private final List<Line> lines;

    Sums(Period period, Collection<Line> lines) {
        this.period = period;
        this.lines = List.copyOf(lines);
    }

    long count(Measure measure, boolean now, Predicate<String> part) {
        return sum(measure, now, part, Line::count);
    }

    long amount(Measure measure, boolean now, String part) {
        return sum(measure, now, part::equals, Line::sum);
    }

    private long sum(Measure measure, boolean now, Predicate<String> part, ToLongFunction<Line> value) {
        return of(measure)
                .filter(line -> isNow(line) == now && part.test(line.part()))
                .mapToLong(value)
                .sum();
    }

    /** From the first day of the period before on. */
    long[] overTime(Measure measure, Predicate<String> part, ToLongFunction<Line> value) {
        long[] slices = new long[2 * period.columns()];
        of(measure)
                .filter(line -> part.test(line.part()))
                .forEach(line -> slices[line.slice()] += value.applyAsLong(line));
        return slices;
    }

    Bars bars(Measure measure, List<String> parts) {
        return new Bars(parts.stream().map(part -> bar(measure, part)).toList());
    }

    Bar bar(Measure measure, String part) {
        return new Bar(part, count(measure, true, part::equals), count(measure, false, part::equals));
    }

    SortedMap<Wait, Long> waits(boolean now) {
        var waits = new TreeMap<Wait, Long>();
        of(Measure.WAITED)
                .filter(line -> isNow(line) == now)
                .forEach(line -> waits.merge(Wait.ofPart(line.part()), line.count(), Long::sum));
        return waits;
    }

    /** In the order of their names. */
    List<String> parts(Collection<Measure> measures) {
        return measures.stream()
                .flatMap(this::of)
                .map(Line::part)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private Stream<Line> of(Measure measure) {
        return lines.stream().filter(line -> line.measure() == measure);
    }

    private boolean isNow(Line line) {
        return line.slice() >= (OVER_TIME.contains(line.measure()) ? period.columns() : 1);
    }
}
