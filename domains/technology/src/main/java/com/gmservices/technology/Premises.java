package com.gmservices.technology;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where the customer's desks and machines stand. */
record Premises(
        @NotBlank(message = "{technology.invalid.street}")
        @Size(max = 160, message = "{technology.invalid.long}")
        @Ask(autocomplete = "street-address")
        String street,

        @NotBlank(message = "{technology.invalid.town}")
        @Size(max = 80, message = "{technology.invalid.long}")
        @Ask(autocomplete = "address-level2")
        String town,

        @Size(max = 300, message = "{technology.invalid.long}") @Ask(lines = 2) @Nullable
        String directions) {

    Premises {
        street = Typed.line(street);
        town = Typed.line(town);
        directions = Typed.optional(directions);
    }

    String text() {
        return street + ", " + town;
    }
}
