package com.gmservices.requests.web;

import com.gmservices.money.Money;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.RequestRefused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The lines of a quote as they are typed: {@code lines.0.description}, {@code lines.0.amount}, … */
final class QuoteForm {

    private static final int MOST_LINES = 20;

    private QuoteForm() {}

    static List<Line> lines(Draft typed, Currency currency) {
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < MOST_LINES; row++) {
            String description = typed.one("lines." + row + ".description");
            String amount = typed.one("lines." + row + ".amount");
            if (!description.isEmpty() || !amount.isEmpty()) {
                lines.add(line(typed, row, description, amount, currency));
            }
        }
        if (lines.isEmpty()) {
            throw new RequestRefused.Unfit("/lines/0/description", "A quote has at least one line");
        }
        return lines;
    }

    private static Line line(Draft typed, int row, String description, String amount, Currency currency) {
        String tax = typed.one("lines." + row + ".tax");
        if (description.isEmpty() || description.length() > 200) {
            throw new RequestRefused.Unfit("/lines/%d/description".formatted(row), "Say what it is, in 200 characters");
        }
        return new Line(
                description,
                quantity(typed.one("lines." + row + ".quantity"), row),
                amount(amount, row, currency),
                tax.isEmpty() ? null : tax);
    }

    private static BigDecimal quantity(String text, int row) {
        try {
            BigDecimal quantity = new BigDecimal(text.isEmpty() ? "1" : text.replace(",", ""));
            if (quantity.signum() > 0 && quantity.scale() <= 4 && quantity.precision() - quantity.scale() <= 9) {
                return quantity;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new RequestRefused.Unfit("/lines/%d/quantity".formatted(row), "Give a number such as 1 or 2.5");
    }

    private static long amount(String text, int row, Currency currency) {
        try {
            Money money = Money.ofMajor(new BigDecimal(text.replace(",", "").replace(" ", "")), currency);
            if (money.amount() >= 0 && money.amount() <= 1_000_000_000_000L) {
                return money.amount();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new RequestRefused.Unfit(
                "/lines/%d/amount".formatted(row),
                "Give an amount in %s such as 45,000.00".formatted(currency.getCurrencyCode()));
    }
}
