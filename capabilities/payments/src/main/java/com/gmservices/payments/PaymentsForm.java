package com.gmservices.payments;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What was chosen on the page of all payments, as it stands in its address: it stays chosen on every way that leads on.
 *
 * @param amount in major units of the business's currency
 * @param by how wide a column of the chart is
 */
record PaymentsForm(
        @Nullable PaymentStatus status,
        @Nullable String gateway,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String amount,
        @Nullable String q,
        @Nullable Span by) {

    PaymentsForm(
            @Nullable PaymentStatus status,
            @Nullable String gateway,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @Nullable String amount,
            @Nullable String q,
            @Nullable Span by) {
        this.status = status;
        this.gateway = known(gateway);
        this.from = from;
        this.to = to;
        this.amount = known(amount);
        this.q = known(q);
        this.by = by;
    }

    public boolean asksForSomething() {
        return status != null || gateway != null || from != null || to != null || amount != null || q != null;
    }

    /** @throws IllegalArgumentException when the amount is none */
    Sought sought(Currency currency) {
        return new Sought(
                gateway,
                from,
                to,
                amount == null ? null : Money.ofMajor(new BigDecimal(amount.replace(",", "")), currency),
                q);
    }

    /** With another status, or with any. */
    public String status(@Nullable PaymentStatus other) {
        return query(other, by, null);
    }

    public String by(Span other) {
        return query(status, other, null);
    }

    public String after(String cursor) {
        return query(status, by, cursor);
    }

    public String query() {
        return query(status, by, null);
    }

    private String query(@Nullable PaymentStatus state, @Nullable Span span, @Nullable String cursor) {
        return UriComponentsBuilder.newInstance()
                .queryParamIfPresent("status", Optional.ofNullable(state).map(PaymentStatus::code))
                .queryParamIfPresent("gateway", Optional.ofNullable(gateway))
                .queryParamIfPresent("from", Optional.ofNullable(from))
                .queryParamIfPresent("to", Optional.ofNullable(to))
                .queryParamIfPresent("amount", Optional.ofNullable(amount))
                .queryParamIfPresent("q", Optional.ofNullable(q))
                .queryParamIfPresent("by", Optional.ofNullable(span))
                .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                .encode()
                .build()
                .toUriString();
    }

    private static @Nullable String known(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
