package com.gmservices.payments.account;

import com.gmservices.payments.account.Settings.Wish;
import com.gmservices.payments.gateway.GatewaySetup.Field;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A gateway's account as its page has it.
 *
 * @param currencies codes with commas or blanks between them; none for all
 * @param values by the names of the gateway's fields; an empty one leaves what is there
 */
record AccountForm(Boolean live, Boolean enabled, String currencies, Map<String, String> values, Integer revision) {

    AccountForm(
            @Nullable Boolean live,
            @Nullable Boolean enabled,
            @Nullable String currencies,
            @Nullable Map<String, String> values,
            @Nullable Integer revision) {
        this.live = Objects.requireNonNullElse(live, false);
        this.enabled = Objects.requireNonNullElse(enabled, false);
        this.currencies = Objects.requireNonNullElse(currencies, "").strip();
        this.values = values == null ? Map.of() : values;
        this.revision = Objects.requireNonNullElse(revision, 0);
    }

    static AccountForm of(Setting setting) {
        GatewayAccount account = setting.account();
        return account == null
                ? new AccountForm(false, true, null, null, 0)
                : new AccountForm(
                        account.live(),
                        account.enabled(),
                        account.currencies().stream()
                                .map(Currency::getCurrencyCode)
                                .sorted()
                                .collect(Collectors.joining(", ")),
                        null,
                        account.revision());
    }

    Wish wish(Setting setting, Settings settings, BindingResult errors) {
        return new Wish(live, enabled, currencies(setting, settings, errors), values(setting, errors), revision);
    }

    private Map<String, String> values(Setting setting, BindingResult errors) {
        var given = new LinkedHashMap<String, String>();
        for (Field field : setting.fields()) {
            String value =
                    Objects.requireNonNullElse(values.get(field.name()), "").strip();
            if (value.length() > 4_000) {
                errors.reject("gateways.too-long", new Object[] {field.name()}, null);
            } else if (!value.isEmpty()) {
                given.put(field.name(), value);
            } else if (field.required() && enabled && !setting.given().contains(field.name())) {
                errors.rejectValue("values", "gateways.missing", new Object[] {field.name()}, null);
            }
        }
        return given;
    }

    private Set<Currency> currencies(Setting setting, Settings settings, BindingResult errors) {
        var known = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        for (String code : currencies.toUpperCase(Locale.ROOT).split("[\\s,;]+", -1)) {
            if (!code.isEmpty()) {
                known(setting, settings, code)
                        .ifPresentOrElse(
                                known::add,
                                () -> errors.rejectValue(
                                        "currencies", "gateways.currencies.unknown", new Object[] {code}, null));
            }
        }
        return known;
    }

    private static Optional<Currency> known(Setting setting, Settings settings, String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(it -> settings.knows(setting.gateway(), it));
        } catch (IllegalArgumentException noCurrency) {
            return Optional.empty();
        }
    }
}
