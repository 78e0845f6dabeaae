package com.gmservices.identity;

import static com.gmservices.identity.NewPerson.LONGEST_PASSWORD;
import static com.gmservices.identity.NewPerson.SHORTEST_PASSWORD;

import com.gmservices.identity.security.SignedIn;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How people look after their own sign-in. */
@RestController
@RequestMapping("/api/v1/me")
@Allow(Allow.SIGNED_IN)
@Tag(name = "You")
class OwnAccountApi {

    private final PasswordChanges changes;
    private final ProvenAddresses addresses;

    OwnAccountApi(PasswordChanges changes, ProvenAddresses addresses) {
        this.changes = changes;
        this.addresses = addresses;
    }

    record PasswordChange(
            @NotNull @Size(max = LONGEST_PASSWORD) String presentPassword,

            @Schema(example = "correct horse battery") @NotNull @Size(min = SHORTEST_PASSWORD, max = LONGEST_PASSWORD)
            String password) {}

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change your password", description = "Ends every other sign-in of yours.")
    void change(
            CurrentIdentity caller,
            @Parameter(hidden = true) SignedIn signedIn,
            @Valid @RequestBody PasswordChange change) {
        changes.change(caller, change.presentPassword(), change.password(), Here.of(signedIn));
    }

    @PostMapping("/verify-email")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have the mail sent again that confirms your address",
            description = "At most one a minute and five an hour; none when the address is confirmed.")
    void sendAgain(CurrentIdentity caller) {
        addresses.ask(caller);
    }
}
