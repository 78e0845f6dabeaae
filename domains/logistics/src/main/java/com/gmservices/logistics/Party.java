package com.gmservices.logistics;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import com.gmservices.tenancy.Site;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who hands goods over or takes them, and where: told so that a driver who has never been there finds the door. */
record Party(
        @NotBlank(message = "{logistics.invalid.name}")
        @Size(max = 100, message = "{logistics.invalid.long}")
        @Ask(autocomplete = "name")
        String name,

        @NotBlank(message = "{logistics.invalid.phone}")
        @Pattern(regexp = Phone.PATTERN, message = "{logistics.invalid.phone}")
        @Ask(autocomplete = "tel")
        String phone,

        @NotBlank(message = "{logistics.invalid.street}")
        @Size(max = 160, message = "{logistics.invalid.long}")
        @Ask(autocomplete = "street-address")
        String street,

        @NotBlank(message = "{logistics.invalid.town}")
        @Size(max = 80, message = "{logistics.invalid.long}")
        @Ask(autocomplete = "address-level2")
        String town,

        @Size(max = 300, message = "{logistics.invalid.long}") @Ask(lines = 2) @Nullable
        String directions,

        @Pattern(regexp = Country.PATTERN, message = "{logistics.invalid.country}")
        @Ask(autocomplete = "country-name")
        @Nullable
        String country) {

    Party {
        name = Typed.line(name);
        phone = Phone.spelled(phone);
        street = Typed.line(street);
        town = Typed.line(town);
        directions = Typed.optional(directions);
        country = Country.spelled(country);
    }

    Spot spot() {
        return new Spot(street, town, country);
    }

    /** Where nothing else is told, people mean the country that the site is in; empty where nobody has said. */
    String countryFrom(Site site) {
        return spot().countryFrom(site);
    }

    Phone phoneFrom(Site site) {
        return Phone.read(phone, countryFrom(site))
                .orElseThrow(() -> new IllegalStateException("A number that was never checked"));
    }

    /** Name and address on one line. */
    String text() {
        return name + ", " + spot().text();
    }
}
