package com.gmservices.tenancy.web;

import com.gmservices.money.Percentage;
import com.gmservices.money.TaxRate;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.TenancyRefused;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A business's settings as the page has them: the taxes are rows, and an emptied row is a tax that goes. */
record SettingsForm(
        @NotBlank(message = "{tenancy.settings.name.missing}") @Size(max = 120, message = "{tenancy.too-long}")
        String name,

        @NotEmpty(message = "{tenancy.settings.domains.missing}")
        Set<Domain> domains,

        @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "{tenancy.settings.accent.form}")
        String accent,

        @NotNull Currency currency,
        @NotNull ZoneId timeZone,

        @Size(max = 40, message = "{tenancy.too-long}") String taxNumber,

        List<Tax> taxRates,
        Boolean secondFactorRequired,

        @Size(max = 6_000, message = "{tenancy.too-long}") String allowedOrigins,

        Integer revision) {

    private static final int SPARE_ROWS = 2;

    /** The code stays what it was once prices may have named it; a new tax gets one made of its name. */
    record Tax(String code, String name, String rate) {

        static final Tax EMPTY = new Tax(null, null, null);

        Tax(@Nullable String code, @Nullable String name, @Nullable String rate) {
            this.code = Objects.requireNonNullElse(code, "").strip();
            this.name = Objects.requireNonNullElse(name, "").strip();
            this.rate = Objects.requireNonNullElse(rate, "")
                    .replace("%", "")
                    .replace(',', '.')
                    .strip();
        }

        static Tax of(TaxRate rate) {
            return new Tax(rate.code(), rate.name(), rate.rate().toString());
        }

        boolean isEmpty() {
            return name.isEmpty() && rate.isEmpty();
        }
    }

    SettingsForm {
        secondFactorRequired = Objects.requireNonNullElse(secondFactorRequired, false);
        allowedOrigins = Objects.requireNonNullElse(allowedOrigins, "");
        revision = Objects.requireNonNullElse(revision, 0);
        domains = domains == null ? Set.of() : domains;
        taxRates = taxRates == null
                ? List.of()
                : taxRates.stream()
                        .map(tax -> Objects.requireNonNullElse(tax, Tax.EMPTY))
                        .toList();
    }

    static SettingsForm of(Tenant tenant) {
        return new SettingsForm(
                tenant.name(),
                tenant.domains(),
                tenant.accent(),
                tenant.currency(),
                tenant.timeZone(),
                Objects.requireNonNullElse(tenant.taxNumber(), ""),
                Stream.concat(
                                tenant.taxRates().stream().map(Tax::of),
                                Stream.generate(() -> Tax.EMPTY).limit(SPARE_ROWS))
                        .toList(),
                tenant.secondFactorRequired(),
                String.join("\n", tenant.allowedOrigins()),
                tenant.revision());
    }

    /** @throws TenancyRefused.Unfit when a row is half filled in */
    Tenants.Change change() {
        return new Tenants.Change(
                name, accent, currency, timeZone, taxNumber, taxes(), domains, secondFactorRequired, origins());
    }

    /** As people write them: one a line, perhaps with the slash that an address bar adds. */
    private Set<String> origins() {
        return allowedOrigins
                .lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT).replaceFirst("/$", ""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    private List<TaxRate> taxes() {
        var rates = new ArrayList<TaxRate>();
        var codes = new HashSet<String>();
        var wrong = new ArrayList<FieldError>();
        for (int row = 0; row < taxRates.size(); row++) {
            Tax tax = taxRates.get(row);
            if (tax.name().isEmpty() || tax.name().length() > 60) {
                if (!tax.isEmpty()) {
                    wrong.add(new FieldError("/tax_rates/%d/name".formatted(row), "A tax has a short name"));
                }
            } else if (!isRate(tax.rate())) {
                wrong.add(new FieldError("/tax_rates/%d/rate".formatted(row), "A rate is a number from 0 to 100"));
            } else {
                rates.add(new TaxRate(code(tax, codes), tax.name(), Percentage.of(tax.rate())));
            }
        }
        if (!wrong.isEmpty()) {
            throw new TenancyRefused.Unfit(wrong);
        }
        return rates;
    }

    private static boolean isRate(String text) {
        return text.matches("(100|\\d{1,2})(\\.\\d{1,4})?") && !text.matches("100\\.\\d*[1-9]\\d*");
    }

    private static String code(Tax tax, Set<String> taken) {
        String made = tax.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String wish = tax.code().matches("[a-z0-9-]{1,20}") ? tax.code() : made.isEmpty() ? "tax" : shortened(made);
        String code = wish;
        for (int next = 2; !taken.add(code); next++) {
            code = shortened(wish) + "-" + next;
        }
        return code;
    }

    private static String shortened(String code) {
        return code.substring(0, Math.min(code.length(), 16));
    }
}
