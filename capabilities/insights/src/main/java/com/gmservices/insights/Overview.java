package com.gmservices.insights;

import com.gmservices.money.Money;
import com.gmservices.shell.Columns;
import com.gmservices.tenancy.Domain;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a period, each figure beside the same of the period before. */
record Overview(
        Period period,
        Comparison requests,
        Columns requestsOverTime,
        List<Line> lines,
        Bars types,
        Bars standing,
        Bars finished,
        Answers answers,
        Quotes quotes,
        List<Revenue> revenue,
        Ratings ratings) {

    /** The requests of one line of business, of all its types of service. */
    record Line(Domain domain, long now, long before, List<Bars.Bar> types) {}

    /** @param median null when nothing was answered */
    record Answers(@Nullable Wait median, @Nullable Wait medianBefore, Share inTime, Share inTimeBefore, Bars waits) {}

    record Quotes(Share accepted, Share acceptedBefore, Bars fates) {}

    /** What came in less what went back, in one currency. */
    record Revenue(Currency currency, Comparison amount, Columns overTime, Money paid, Money refunded) {

        public Money now() {
            return money(amount.now());
        }

        public Money before() {
            return money(amount.before());
        }

        public Money money(long minor) {
            return new Money(minor, currency);
        }
    }

    /** @param average of 1 to 5 stars to one decimal; null without a review */
    record Ratings(@Nullable Double average, @Nullable Double averageBefore, Comparison reviews, Bars stars) {}

    /** The type of service that was asked for most; null when nothing was. */
    public @Nullable String top() {
        return lines.stream()
                .flatMap(line -> line.types().stream())
                .filter(type -> type.now() > 0)
                .max(Comparator.comparingLong(Bars.Bar::now))
                .map(Bars.Bar::code)
                .orElse(null);
    }

    /** Those that are neither done nor called off. */
    public Comparison open() {
        return new Comparison(
                standing.bars().stream().mapToLong(Bars.Bar::now).sum(),
                standing.bars().stream().mapToLong(Bars.Bar::before).sum());
    }

    /** Whether there has never been a request, or so long ago that nothing here tells of it. */
    public boolean isEmpty() {
        return requests.isEmpty()
                && standing.isEmpty()
                && finished.isEmpty()
                && answers.median() == null
                && answers.medianBefore() == null
                && revenue.isEmpty()
                && ratings.reviews().isEmpty();
    }
}
