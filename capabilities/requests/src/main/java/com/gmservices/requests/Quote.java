package com.gmservices.requests;

import com.gmservices.money.Money;
import com.gmservices.money.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An offer for one request, version by version. Each line is rounded half up to the minor unit, tax is computed per
 * rate on the sum of its lines and rounded once; the total is exactly the sum of what is shown.
 */
public record Quote(
        int version, List<Line> lines, List<Tax> taxes, Money net, Money total, Instant validUntil, Instant createdAt) {

    /** @param unitAmount in minor units of the quote's currency, without tax */
    public record Line(
            String description,
            BigDecimal quantity,
            long unitAmount,
            @Nullable String taxCode) {

        Money amount(Currency currency) {
            return new Money(
                    quantity.multiply(BigDecimal.valueOf(unitAmount))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact(),
                    currency);
        }
    }

    public record Tax(TaxRate rate, Money base, Money amount) {}

    public Quote {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /** @throws RequestRefused.Unfit for a line with a tax that the business does not have, or sums beyond all measure */
    static Quote draw(
            int version, List<Line> lines, List<TaxRate> rates, Currency currency, Instant validUntil, Instant now) {
        try {
            Money net = Money.zero(currency);
            Map<TaxRate, Money> bases = new LinkedHashMap<>();
            for (int at = 0; at < lines.size(); at++) {
                Money amount = lines.get(at).amount(currency);
                net = net.plus(amount);
                String code = lines.get(at).taxCode();
                if (code != null) {
                    bases.merge(rate(rates, code, at), amount, Money::plus);
                }
            }
            List<Tax> taxes = bases.entrySet().stream()
                    .map(base -> new Tax(
                            base.getKey(), base.getValue(), base.getKey().rate().of(base.getValue())))
                    .toList();
            Money total = taxes.stream().map(Tax::amount).reduce(net, Money::plus);
            return new Quote(version, lines, taxes, net, total, validUntil, now);
        } catch (ArithmeticException e) {
            throw new RequestRefused.Unfit("/lines", "The amounts are too large");
        }
    }

    private static TaxRate rate(List<TaxRate> rates, String code, int line) {
        return rates.stream()
                .filter(rate -> rate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RequestRefused.Unfit(
                        "/lines/%d/tax_code".formatted(line), "There is no tax with the code %s".formatted(code)));
    }
}
