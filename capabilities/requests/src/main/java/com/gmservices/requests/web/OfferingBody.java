package com.gmservices.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.money.Money;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Catalogue.DraftChoice;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Offering.Choice;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.RequestRefused;
import com.gmservices.tenancy.Refusal.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An offering as the API takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewOffering")
record OfferingBody(
        @Schema(description = "A code of GET /service-types", example = "maintenance_repair") @NotBlank @Size(max = 60)
        String serviceType,

        @Schema(example = "Oil change")
        @NotBlank
        @Size(max = 120)
        @Pattern(regexp = ONE_LINE, message = "must be one line")
        String name,

        @Schema(example = "Oil and filter, and a look at the rest.") @Size(max = 2000) @Nullable
        String description,

        @Schema(description = "`fixed` is the price, `from` the least there will be, `quote` none before a look at it")
        @NotNull
        Pricing pricing,

        @Schema(description = "With tax; none with pricing `quote`") @Valid @Nullable
        Amount price,

        @Schema(description = "The price of the chosen one stands instead of the offering's")
        @Size(max = MOST_CHOICES)
        @Nullable
        List<@NotNull @Valid Option> tiers,

        @Schema(description = "The prices of the chosen ones come on top") @Size(max = MOST_CHOICES) @Nullable
        List<@NotNull @Valid Option> addOns,

        @Schema(example = "45") @Min(1) @Max(LONGEST) @Nullable
        Integer durationMinutes,

        @Schema(description = "Whether customers see it; true unless said") @Nullable
        Boolean active) {

    static final int MOST_CHOICES = 20;
    static final int LONGEST = 525_600;
    static final long DEAREST = 1_000_000_000_000L;
    static final String CODE = "[a-z0-9][a-z0-9_-]{0,39}";
    static final String ONE_LINE = "[^\\x00-\\x1F\\x7F]*";

    @Schema(name = "NewAmount")
    record Amount(
            @Schema(description = "In minor units", example = "4800000") @NotNull @PositiveOrZero @Max(DEAREST)
            Long amount,

            @Schema(description = "The business's own", type = "string", example = "NGN") @NotNull
            Currency currency) {

        static Amount of(Money money) {
            return new Amount(money.amount(), money.currency());
        }
    }

    @Schema(name = "NewChoice")
    record Option(
            @Schema(example = "synthetic")
            @NotNull
            @Pattern(regexp = CODE, message = "must be 1 to 40 small letters, digits, - and _")
            String code,

            @Schema(example = "Synthetic oil")
            @NotBlank
            @Size(max = 80)
            @Pattern(regexp = ONE_LINE, message = "must be one line")
            String name,

            @NotNull @Valid Amount price) {

        static Option of(Choice choice) {
            return new Option(choice.code(), choice.name(), Amount.of(choice.price()));
        }
    }

    static OfferingBody of(Offering offering) {
        return new OfferingBody(
                offering.serviceType(),
                offering.name(),
                offering.description(),
                offering.pricing(),
                offering.price() == null ? null : Amount.of(offering.price()),
                offering.tiers().stream().map(Option::of).toList(),
                offering.addOns().stream().map(Option::of).toList(),
                offering.durationMinutes(),
                offering.active());
    }

    /** @throws RequestRefused.Unfit for prices in a currency in which the business does not charge */
    Draft toDraft(Currency currency) {
        var wrong = new ArrayList<FieldError>();
        Long amount = price == null ? null : amount(price, currency, "/price", wrong);
        List<DraftChoice> tierDrafts = choices(tiers, currency, "/tiers", wrong);
        List<DraftChoice> addOnDrafts = choices(addOns, currency, "/add_ons", wrong);
        if (!wrong.isEmpty()) {
            throw new RequestRefused.Unfit(wrong);
        }
        return new Draft(
                serviceType,
                name,
                Objects.requireNonNullElse(description, ""),
                pricing,
                amount,
                tierDrafts,
                addOnDrafts,
                durationMinutes,
                active == null || active);
    }

    private static List<DraftChoice> choices(
            @Nullable List<Option> options, Currency currency, String pointer, List<FieldError> wrong) {
        var drafts = new ArrayList<DraftChoice>();
        for (Option option : Objects.requireNonNullElse(options, List.<Option>of())) {
            String place = "%s/%d/price".formatted(pointer, drafts.size());
            drafts.add(new DraftChoice(
                    option.code(), option.name().strip(), amount(option.price(), currency, place, wrong)));
        }
        return drafts;
    }

    private static long amount(Amount price, Currency currency, String pointer, List<FieldError> wrong) {
        if (!price.currency().equals(currency)) {
            wrong.add(new FieldError(pointer + "/currency", "Your business charges in " + currency.getCurrencyCode()));
        }
        return price.amount();
    }
}
