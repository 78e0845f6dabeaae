package com.gmservices.billing;

import com.gmservices.money.Money;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, a receipt or a credit note, as it was issued.
 *
 * @param number gap-free within its kind and year: {@code INV-2026-00042}
 * @param seller and buyer, as they were called then
 * @param corrects the invoice that a credit note is for
 */
public record Paper(
        PaperId id,
        Kind kind,
        String number,
        String subjectKind,
        UUID subject,
        String reference,
        String page,
        MemberId customer,
        Seller seller,
        String buyer,
        List<Draft.Line> lines,
        List<Draft.Tax> taxes,
        Money total,
        @Nullable LocalDate dueOn,
        @Nullable PaperId corrects,
        @Nullable String reason,
        LocalDate issuedOn,
        Instant issuedAt) {

    public enum Kind {
        INVOICE("INV"),
        RECEIPT("RCT"),
        CREDIT_NOTE("CRN");

        private final String series;

        Kind(String series) {
            this.series = series;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        String number(int year, int place) {
            return "%s-%d-%05d".formatted(series, year, place);
        }
    }

    public record Seller(
            String name, String address, @Nullable String taxNumber) {}

    public Paper {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    public Money tax() {
        return taxes.stream().map(Draft.Tax::amount).reduce(Money.zero(total.currency()), Money::plus);
    }
}
