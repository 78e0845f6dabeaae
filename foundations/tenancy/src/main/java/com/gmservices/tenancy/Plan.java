package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.gmservices.money.Money;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a business has agreed with the platform: how often each of its members and programs may call the API, how much
 * it may store, what it pays a month and of each payment that it takes, and what its text messages may cost. This record
 * is also its JSON form.
 *
 * @param callsPerMinute at which calls become free again
 * @param callsBurst how many calls may come at once
 * @param storageBytes of all its files
 * @param monthlyFee null when nothing is charged
 * @param paymentBasisPoints the platform's share of each payment: 150 are one and a half percent
 * @param smsDay what text messages may cost on a day, in the currency in which their carrier is paid; null as for all
 * @param smsCountryDay what of it those to one country may cost, other than the business's own; null as for all
 */
public record Plan(
        @NotBlank @Size(max = 40) String name,
        @Min(1) @Max(1_000_000) int callsPerMinute,
        @Min(1) @Max(100_000) int callsBurst,
        @Min(1) @Max(10_000_000) int callsPerHour,
        @Min(0) long storageBytes,
        @Nullable Money monthlyFee,
        @Min(0) @Max(10_000) int paymentBasisPoints,

        @DecimalMin("0") @Digits(integer = 6, fraction = 2) @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal smsDay,

        @DecimalMin("0") @Digits(integer = 6, fraction = 2) @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal smsCountryDay) {

    /** Whoever agrees without a word of payments leaves them whole. */
    @JsonCreator
    static Plan of(
            String name,
            int callsPerMinute,
            int callsBurst,
            int callsPerHour,
            long storageBytes,
            @Nullable Money monthlyFee,
            @Nullable Integer paymentBasisPoints,
            @Nullable BigDecimal smsDay,
            @Nullable BigDecimal smsCountryDay) {
        return new Plan(
                name,
                callsPerMinute,
                callsBurst,
                callsPerHour,
                storageBytes,
                monthlyFee,
                Objects.requireNonNullElse(paymentBasisPoints, 0),
                smsDay,
                smsCountryDay);
    }

    /** The platform's share of what was paid. */
    public Money shareOf(Money paid) {
        return paid.times(BigDecimal.valueOf(paymentBasisPoints, 4));
    }
}
