package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.money.TaxRate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A business on the platform. The accent is a colour, {@code #rrggbb}, on which white text can be read; the origins are
 * the web sites whose scripts may call the API for it. This record is also the API's form of it.
 *
 * @param closesAt when it will be gone, if it is being closed: until then its team reads, and nobody else comes in
 */
public record Tenant(
        TenantId id,
        String slug,
        String name,
        String accent,
        Currency currency,
        ZoneId timeZone,
        @Nullable String taxNumber,
        List<TaxRate> taxRates,
        Set<Domain> domains,
        boolean secondFactorRequired,
        Set<String> allowedOrigins,
        Status status,
        int revision,
        Instant createdAt,

        @Schema(nullable = true, description = "When it will be gone, if it is being closed") @Nullable
        Instant closesAt) {

    public enum Status {
        ACTIVE,
        SUSPENDED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Tenant {
        taxRates = List.copyOf(taxRates);
        allowedOrigins = Collections.unmodifiableSet(new TreeSet<>(allowedOrigins));
        domains = Collections.unmodifiableSet(new TreeSet<>(domains));
    }

    /** That nobody means to close. */
    public Tenant(
            TenantId id,
            String slug,
            String name,
            String accent,
            Currency currency,
            ZoneId timeZone,
            @Nullable String taxNumber,
            List<TaxRate> taxRates,
            Set<Domain> domains,
            boolean secondFactorRequired,
            Set<String> allowedOrigins,
            Status status,
            int revision,
            Instant createdAt) {
        this(
                id,
                slug,
                name,
                accent,
                currency,
                timeZone,
                taxNumber,
                taxRates,
                domains,
                secondFactorRequired,
                allowedOrigins,
                status,
                revision,
                createdAt,
                null);
    }

    @JsonIgnore
    public boolean isClosing() {
        return closesAt != null;
    }

    @JsonIgnore
    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
