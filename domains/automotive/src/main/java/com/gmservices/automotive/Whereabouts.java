package com.gmservices.automotive;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where a car stands, told so that somebody who has never been there finds it. */
record Whereabouts(
        @NotBlank(message = "{automotive.invalid.street}")
        @Size(max = 160, message = "{automotive.invalid.long}")
        @Ask(autocomplete = "street-address")
        String street,

        @NotBlank(message = "{automotive.invalid.town}")
        @Size(max = 80, message = "{automotive.invalid.long}")
        @Ask(autocomplete = "address-level2")
        String town,

        @Size(max = 300, message = "{automotive.invalid.long}") @Ask(lines = 2) @Nullable
        String directions) {

    Whereabouts {
        street = Typed.line(street);
        town = Typed.line(town);
        directions = Typed.optional(directions);
    }

    String text() {
        return street + ", " + town;
    }
}
