package com.gmservices.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.money.Money;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Offering.Choice;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.Offering.Rating;
import com.gmservices.requests.OfferingId;
import com.gmservices.tenancy.Domain;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An offering as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Offering")
record OfferingView(
        OfferingId id,
        Domain domain,
        String serviceType,
        String name,
        String description,
        Pricing pricing,

        @Schema(description = "What the customer pays, with tax; none when it is quoted") @Nullable
        Money price,

        @Schema(description = "The price of the chosen one stands instead of the offering's")
        List<Choice> tiers,

        @Schema(description = "The prices of the chosen ones come on top")
        List<Choice> addOns,

        @Nullable Integer durationMinutes,
        Rating rating,

        @Schema(description = "Inactive ones are shown to staff only")
        boolean active,

        int revision,

        @Schema(
                types = "object",
                description =
                        "JSON Schema 2020-12 of a request's `details`; its example is accepted as it stands today")
        JsonNode detailsSchema) {

    static OfferingView of(Offering offering, JsonNode detailsSchema) {
        return new OfferingView(
                offering.id(),
                offering.domain(),
                offering.serviceType(),
                offering.name(),
                offering.description(),
                offering.pricing(),
                offering.price(),
                offering.tiers(),
                offering.addOns(),
                offering.durationMinutes(),
                offering.rating(),
                offering.active(),
                offering.revision(),
                detailsSchema);
    }
}
