package com.gmservices.insights;

import com.gmservices.insights.Bars.Bar;
import com.gmservices.insights.Counts.Level;
import com.gmservices.insights.Insight.Measure;
import com.gmservices.insights.Overview.Answers;
import com.gmservices.insights.Overview.Line;
import com.gmservices.insights.Overview.Quotes;
import com.gmservices.insights.Overview.Ratings;
import com.gmservices.insights.Overview.Revenue;
import com.gmservices.money.Money;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws up what happened in the last days: two statements, however much it was. */
@Service
@Transactional(readOnly = true)
class Overviews {

    private static final List<String> OPEN = Stream.of(RequestStatus.values())
            .filter(RequestStatus::isOpen)
            .map(RequestStatus::code)
            .toList();
    private static final List<String> FINAL = Stream.of(RequestStatus.values())
            .filter(status -> !status.isOpen())
            .map(RequestStatus::code)
            .toList();
    private static final List<String> FATES =
            List.of(Counting.ACCEPTED, Counting.DECLINED, Counting.EXPIRED, Counting.CANCELLED);
    private static final List<String> STARS = List.of("5", "4", "3", "2", "1");

    /** Up to how many minutes each bar of waits goes. */
    private static final List<Integer> STEPS = List.of(15, 60, 240, 480, Integer.MAX_VALUE);

    private final Counts counts;
    private final ServiceLines lines;
    private final Tenants tenants;
    private final Clock clock;

    Overviews(Counts counts, ServiceLines lines, Tenants tenants, Clock clock) {
        this.counts = counts;
        this.lines = lines;
        this.tenants = tenants;
        this.clock = clock;
    }

    Overview of(CurrentMember admin, int days) {
        admin.require("read:insights");
        Tenant tenant = tenants.current();
        var period = new Period(days, LocalDate.now(clock.withZone(tenant.timeZone())));
        var sums = new Sums(period, counts.lines(period, Sums.OVER_TIME, Sums.OTHERS));
        List<Line> asked = lines(sums, tenant);
        return new Overview(
                period,
                new Comparison(
                        sums.count(Measure.ASKED, true, any -> true), sums.count(Measure.ASKED, false, any -> true)),
                period.columns(sums.overTime(Measure.ASKED, any -> true, Counts.Line::count)),
                asked,
                new Bars(asked.stream().flatMap(Overviews::bars).toList()),
                standing(period),
                sums.bars(Measure.REACHED, FINAL),
                answers(sums),
                quotes(sums),
                revenue(sums, period, tenant.currency()),
                ratings(sums));
    }

    /** All that the business has switched on or was asked for. */
    private List<Line> lines(Sums sums, Tenant tenant) {
        List<Line> asked = new ArrayList<>();
        for (Domain domain : Domain.values()) {
            List<Bar> types = lines.types(domain).stream()
                    .map(ServiceType::code)
                    .map(type -> sums.bar(Measure.ASKED, type))
                    .toList();
            long now = types.stream().mapToLong(Bar::now).sum();
            long before = types.stream().mapToLong(Bar::before).sum();
            if (!types.isEmpty() && (tenant.domains().contains(domain) || now + before > 0)) {
                asked.add(new Line(domain, now, before, types));
            }
        }
        return asked;
    }

    /** All that are drawn to one scale. */
    private static Stream<Bar> bars(Line line) {
        return Stream.concat(
                Stream.of(new Bar(line.domain().code(), line.now(), line.before())), line.types().stream());
    }

    private Bars standing(Period period) {
        Map<String, Level> levels = counts.levels(Measure.STANDING, period).stream()
                .collect(Collectors.toMap(Level::part, Function.identity()));
        return new Bars(OPEN.stream()
                .map(status -> levels.getOrDefault(status, new Level(status, 0, 0)))
                .map(level -> new Bar(level.part(), level.now(), level.before()))
                .toList());
    }

    private static Answers answers(Sums sums) {
        SortedMap<Wait, Long> now = sums.waits(true);
        SortedMap<Wait, Long> before = sums.waits(false);
        var bars = IntStream.range(0, STEPS.size())
                .mapToObj(at -> new Bar(String.valueOf(at), within(now, at), within(before, at)))
                .toList();
        return new Answers(
                Wait.median(now),
                Wait.median(before),
                share(sums, Measure.ANSWERED, Counting.IN_TIME, true),
                share(sums, Measure.ANSWERED, Counting.IN_TIME, false),
                new Bars(bars));
    }

    private static long within(SortedMap<Wait, Long> waits, int step) {
        int from = step == 0 ? -1 : STEPS.get(step - 1);
        return waits.entrySet().stream()
                .filter(wait -> wait.getKey().minutes() > from && wait.getKey().minutes() <= STEPS.get(step))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Quotes quotes(Sums sums) {
        return new Quotes(
                share(sums, Measure.QUOTE, Counting.ACCEPTED, true),
                share(sums, Measure.QUOTE, Counting.ACCEPTED, false),
                sums.bars(Measure.QUOTE, FATES));
    }

    private static Share share(Sums sums, Measure measure, String part, boolean now) {
        return new Share(sums.count(measure, now, part::equals), sums.count(measure, now, any -> true));
    }

    /** The business's own currency first. */
    private static List<Revenue> revenue(Sums sums, Period period, Currency own) {
        List<String> currencies = sums.parts(List.of(Measure.PAID, Measure.REFUNDED));
        if (currencies.remove(own.getCurrencyCode())) {
            currencies.addFirst(own.getCurrencyCode());
        }
        return currencies.stream()
                .map(code -> earned(sums, period, Currency.getInstance(code)))
                .toList();
    }

    private static Revenue earned(Sums sums, Period period, Currency currency) {
        String code = currency.getCurrencyCode();
        long[] slices = sums.overTime(Measure.PAID, code::equals, Counts.Line::sum);
        long[] back = sums.overTime(Measure.REFUNDED, code::equals, Counts.Line::sum);
        for (int at = 0; at < slices.length; at++) {
            slices[at] -= back[at];
        }
        long paid = sums.amount(Measure.PAID, true, code);
        long refunded = sums.amount(Measure.REFUNDED, true, code);
        long before = sums.amount(Measure.PAID, false, code) - sums.amount(Measure.REFUNDED, false, code);
        return new Revenue(
                currency,
                new Comparison(paid - refunded, before),
                period.columns(slices),
                new Money(paid, currency),
                new Money(refunded, currency));
    }

    private static Ratings ratings(Sums sums) {
        Bars stars = sums.bars(Measure.RATED, STARS);
        return new Ratings(
                average(stars, Bar::now),
                average(stars, Bar::before),
                new Comparison(
                        sums.count(Measure.RATED, true, any -> true), sums.count(Measure.RATED, false, any -> true)),
                stars);
    }

    private static @Nullable Double average(Bars stars, Function<Bar, Long> value) {
        long count = stars.bars().stream().mapToLong(value::apply).sum();
        long sum = stars.bars().stream()
                .mapToLong(bar -> Long.parseLong(bar.code()) * value.apply(bar))
                .sum();
        return count == 0 ? null : Math.round(10.0 * sum / count) / 10.0;
    }
}
