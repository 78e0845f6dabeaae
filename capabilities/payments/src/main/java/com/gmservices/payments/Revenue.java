package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.ledger.Takings;
import com.gmservices.payments.ledger.Takings.Taking;
import com.gmservices.shell.Columns;
import com.gmservices.shell.Columns.Column;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was taken less what was given back, over time, as the books have it. */
@Component
class Revenue {

    private final Takings takings;
    private final Tenants tenants;
    private final Clock clock;

    Revenue(Takings takings, Tenants tenants, Clock clock) {
        this.takings = takings;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In one currency; {@code before} is the same time before. */
    record Chart(Currency currency, Money taken, Money givenBack, Money before, Columns overTime) {

        public Money net() {
            return taken.minus(givenBack);
        }

        public Money money(long minor) {
            return new Money(minor, currency);
        }
    }

    /** The business's own currency first. */
    @Transactional(readOnly = true)
    public List<Chart> of(Span span) {
        var tenant = tenants.current();
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.timeZone());
        return takings.between(span.first(today, 2 * span.columns() - 1), today).stream()
                .collect(Collectors.groupingBy(it -> it.taken().currency()))
                .entrySet()
                .stream()
                .map(it -> chart(it.getKey(), it.getValue(), span, today))
                .sorted((one, other) -> one.currency.equals(tenant.currency())
                        ? -1
                        : other.currency.equals(tenant.currency())
                                ? 1
                                : one.currency.getCurrencyCode().compareTo(other.currency.getCurrencyCode()))
                .toList();
    }

    private static Chart chart(Currency currency, List<Taking> takings, Span span, LocalDate today) {
        LocalDate begin = span.first(today, span.columns() - 1);
        List<Taking> now =
                takings.stream().filter(it -> !it.day().isBefore(begin)).toList();
        List<Taking> before =
                takings.stream().filter(it -> it.day().isBefore(begin)).toList();
        return new Chart(
                currency,
                sum(now, currency, Taking::taken),
                sum(now, currency, Taking::givenBack),
                sum(before, currency, Taking::net),
                new Columns(IntStream.iterate(span.columns() - 1, it -> it >= 0, it -> it - 1)
                        .mapToObj(back -> column(currency, takings, span, today, back))
                        .toList()));
    }

    private static Column column(Currency currency, List<Taking> takings, Span span, LocalDate today, int back) {
        LocalDate first = span.first(today, back);
        LocalDate last = span.first(today, back - 1).minusDays(1);
        int earlier = back + span.columns();
        return new Column(
                first,
                last.isAfter(today) ? today : last,
                net(currency, takings, first, last),
                net(
                        currency,
                        takings,
                        span.first(today, earlier),
                        span.first(today, earlier - 1).minusDays(1)));
    }

    private static long net(Currency currency, List<Taking> takings, LocalDate first, LocalDate last) {
        return sum(
                        takings.stream()
                                .filter(it ->
                                        !it.day().isBefore(first) && !it.day().isAfter(last))
                                .toList(),
                        currency,
                        Taking::net)
                .amount();
    }

    private static Money sum(List<Taking> takings, Currency currency, Function<Taking, Money> part) {
        return takings.stream().map(part).reduce(Money.zero(currency), Money::plus);
    }
}
