package com.gmservices.tenancy;

import com.gmservices.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a business has agreed with the platform: how often each of its members and programs may call the API, how much
 * it may store, and what it pays. This record is also its JSON form.
 *
 * @param callsPerMinute at which calls become free again
 * @param callsBurst how many calls may come at once
 * @param storageBytes of all its files
 * @param monthlyFee null when nothing is charged
 */
public record Plan(
        @NotBlank @Size(max = 40) String name,
        @Min(1) @Max(1_000_000) int callsPerMinute,
        @Min(1) @Max(100_000) int callsBurst,
        @Min(1) @Max(10_000_000) int callsPerHour,
        @Min(0) long storageBytes,
        @Nullable Money monthlyFee) {}
