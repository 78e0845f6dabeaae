package com.gmservices.requests.web;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Catalogue.DraftChoice;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Offering.Choice;
import com.gmservices.requests.Offering.Pricing;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** An offering as its page has it: in writing, with rows for choices, of which an emptied one is a choice that goes. */
record OfferingForm(
        @NotBlank(message = "{catalogue.type.missing}") String serviceType,

        @NotBlank(message = "{catalogue.name.missing}")
        @Size(max = 120, message = "{catalogue.too-long}")
        @Pattern(regexp = OfferingBody.ONE_LINE, message = "{catalogue.one-line}")
        String name,

        @Size(max = 2000, message = "{catalogue.too-long}")
        @Pattern(regexp = "[^\\x00]*", message = "{catalogue.one-line}")
        String description,

        @Pattern(regexp = "fixed|from|quote", message = "{catalogue.pricing.missing}")
        String pricing,

        String price,
        String duration,
        List<Row> tiers,
        List<Row> addOns,
        @Nullable Boolean active,
        Integer revision) {

    private static final int SPARE_ROWS = 2;
    private static final int LONGEST_NAME = 80;

    /** The code stays what it was, since requests may have named it; a new choice gets one made of its name. */
    record Row(String code, String name, String price) {

        static final Row EMPTY = new Row(null, null, null);

        Row(@Nullable String code, @Nullable String name, @Nullable String price) {
            this.code = text(code);
            this.name = text(name);
            this.price = text(price);
        }

        static Row of(Choice choice, Locale locale) {
            return new Row(choice.code(), choice.name(), WrittenPrice.of(choice.price(), locale));
        }

        boolean isEmpty() {
            return name.isEmpty() && price.isEmpty();
        }
    }

    OfferingForm {
        serviceType = text(serviceType);
        name = text(name);
        description = text(description);
        pricing = text(pricing);
        price = text(price);
        duration = text(duration);
        tiers = padded(tiers);
        addOns = padded(addOns);
        revision = Objects.requireNonNullElse(revision, 0);
    }

    static OfferingForm empty(String serviceType) {
        return new OfferingForm(
                serviceType, "", "", Pricing.FIXED.code(), "", "", List.of(), List.of(), Boolean.TRUE, 0);
    }

    static OfferingForm of(Offering offering, Locale locale) {
        return new OfferingForm(
                offering.serviceType(),
                offering.name(),
                offering.description(),
                offering.pricing().code(),
                offering.price() == null ? "" : WrittenPrice.of(offering.price(), locale),
                offering.durationMinutes() == null
                        ? ""
                        : offering.durationMinutes().toString(),
                offering.tiers().stream().map(tier -> Row.of(tier, locale)).toList(),
                offering.addOns().stream().map(addOn -> Row.of(addOn, locale)).toList(),
                offering.active(),
                offering.revision());
    }

    boolean hasTiers() {
        return tiers.stream().anyMatch(row -> !row.isEmpty());
    }

    boolean hasAddOns() {
        return addOns.stream().anyMatch(row -> !row.isEmpty());
    }

    /** What it says; what cannot be read is told in the errors, and the draft is then of no use. */
    Draft draft(Currency currency, Locale locale, Errors errors) {
        Pricing how = errors.hasFieldErrors("pricing") ? Pricing.FIXED : Pricing.of(pricing);
        return new Draft(
                serviceType,
                name,
                description,
                how,
                price(how, currency, locale, errors),
                choices(tiers, "tiers", currency, locale, errors),
                choices(addOns, "addOns", currency, locale, errors),
                minutes(errors),
                Boolean.TRUE.equals(active));
    }

    private @Nullable Long price(Pricing how, Currency currency, Locale locale, Errors errors) {
        if (how == Pricing.QUOTE) {
            if (!price.isEmpty()) {
                errors.rejectValue("price", "catalogue.price.quoted");
            }
            return null;
        }
        if (price.isEmpty()) {
            errors.rejectValue("price", "catalogue.price.missing");
            return null;
        }
        return amount(price, "price", currency, locale, errors);
    }

    private @Nullable Integer minutes(Errors errors) {
        if (duration.isEmpty()) {
            return null;
        }
        if (!duration.matches("\\d{1,6}")
                || Integer.parseInt(duration) < 1
                || Integer.parseInt(duration) > OfferingBody.LONGEST) {
            errors.rejectValue("duration", "catalogue.duration.form");
            return null;
        }
        return Integer.valueOf(duration);
    }

    private static List<DraftChoice> choices(
            List<Row> rows, String field, Currency currency, Locale locale, Errors errors) {
        var drafts = new ArrayList<DraftChoice>();
        var codes = new HashSet<String>();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            if (row.isEmpty()) {
                continue;
            }
            String place = "%s[%d]".formatted(field, at);
            if (row.name().isEmpty()) {
                errors.rejectValue(place + ".name", "catalogue.choice.name.missing");
            } else if (row.name().length() > LONGEST_NAME) {
                errors.rejectValue(place + ".name", "catalogue.too-long");
            } else if (!row.name().matches(OfferingBody.ONE_LINE)) {
                errors.rejectValue(place + ".name", "catalogue.one-line");
            }
            if (row.price().isEmpty()) {
                errors.rejectValue(place + ".price", "catalogue.choice.price.missing");
            } else {
                long amount = amount(row.price(), place + ".price", currency, locale, errors);
                drafts.add(new DraftChoice(code(row, codes), row.name(), amount));
            }
        }
        if (drafts.size() > OfferingBody.MOST_CHOICES) {
            errors.rejectValue(field, "catalogue.choice.many");
        }
        return drafts;
    }

    private static long amount(String text, String field, Currency currency, Locale locale, Errors errors) {
        try {
            return WrittenPrice.read(text, currency, locale).amount();
        } catch (WrittenPrice.Unreadable e) {
            errors.rejectValue(field, e.key(), e.arguments(), null);
            return 0;
        }
    }

    private static String code(Row row, HashSet<String> taken) {
        String wish = row.code().matches(OfferingBody.CODE) ? row.code() : made(row.name());
        String code = wish;
        for (int next = 2; !taken.add(code); next++) {
            code = wish.substring(0, Math.min(wish.length(), 36)) + "_" + next;
        }
        return code;
    }

    private static String made(String name) {
        String code =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return code.isEmpty() ? "choice" : code.substring(0, Math.min(code.length(), 36));
    }

    private static List<Row> padded(@Nullable List<Row> rows) {
        List<Row> given = rows == null
                ? List.of()
                : rows.stream()
                        .map(row -> Objects.requireNonNullElse(row, Row.EMPTY))
                        .toList();
        long used = given.stream().filter(row -> !row.isEmpty()).count();
        long spare = Math.max(0, used + SPARE_ROWS - given.size());
        return Stream.concat(given.stream(), Stream.generate(() -> Row.EMPTY).limit(spare))
                .toList();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
