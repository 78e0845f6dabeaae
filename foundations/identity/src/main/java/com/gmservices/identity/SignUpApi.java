package com.gmservices.identity;

import static com.gmservices.identity.NewPerson.LONGEST_NAME;
import static com.gmservices.identity.NewPerson.LONGEST_PASSWORD;
import static com.gmservices.identity.NewPerson.SHORTEST_PASSWORD;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Business")
class SignUpApi {

    private final Accounts accounts;

    SignUpApi(Accounts accounts) {
        this.accounts = accounts;
    }

    record NewBusiness(
            @Schema(example = "harbour") @NotNull @Pattern(regexp = NewBusiness.SLUG, message = "{identity.slug}")
            String slug,

            @Schema(example = "Harbour Garage") @NotBlank @OneLine @Size(max = 120)
            String name,

            @Schema(example = "Europe/London", type = "string") @NotNull
            ZoneId timeZone,

            @Schema(example = "GBP", type = "string") @NotNull
            Currency currency,

            @NotEmpty Set<@NotNull Domain> domains,
            @NotNull @Valid Owner owner) {

        static final String SLUG = "[a-z0-9](-?[a-z0-9]){2,39}";

        NewTenant toTenant() {
            return new NewTenant(slug, name.strip(), timeZone, currency, domains);
        }
    }

    record Owner(
            @Schema(example = "ada@harbour.example") @NotBlank @Email @OneLine @Size(max = 254)
            String email,

            @Schema(example = "correct horse battery") @NotNull @Size(min = SHORTEST_PASSWORD, max = LONGEST_PASSWORD)
            String password,

            @Schema(example = "Ada") @NotBlank @OneLine @Size(max = LONGEST_NAME)
            String firstName,

            @Schema(example = "Lovelace") @OneLine @Size(max = LONGEST_NAME) @Nullable
            String lastName) {

        NewPerson toPerson() {
            return new NewPerson(email, password, firstName, lastName, null);
        }
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/api/v1/tenants")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(
            summary = "A business signs up",
            description = "Its owner is a new person, or one who is known and gives the right password.")
    Tenant signUp(@Valid @RequestBody NewBusiness wish) {
        return accounts.found(wish.toTenant(), wish.owner().toPerson()).tenant();
    }
}
