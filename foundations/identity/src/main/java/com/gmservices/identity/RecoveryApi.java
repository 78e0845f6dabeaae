package com.gmservices.identity;

import static com.gmservices.identity.NewPerson.LONGEST_PASSWORD;
import static com.gmservices.identity.NewPerson.SHORTEST_PASSWORD;

import com.gmservices.identity.MailedLinks.Purpose;
import com.gmservices.identity.factors.Means;
import com.gmservices.tenancy.Allow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do by links that were mailed to them. */
@RestController
@RequestMapping("/api/v1/auth")
@Allow(Allow.EVERYONE)
@Tag(name = "Sign-in")
@SecurityRequirements
class RecoveryApi {

    private final LinkWishes wishes;
    private final PasswordChanges changes;
    private final ProvenAddresses addresses;
    private final SignIn signIn;
    private final Tokens tokens;
    private final SignInTrail trail;

    RecoveryApi(
            LinkWishes wishes,
            PasswordChanges changes,
            ProvenAddresses addresses,
            SignIn signIn,
            Tokens tokens,
            SignInTrail trail) {
        this.wishes = wishes;
        this.changes = changes;
        this.addresses = addresses;
        this.signIn = signIn;
        this.tokens = tokens;
        this.trail = trail;
    }

    record Token(@NotBlank @Size(max = 200) String token) {}

    record Address(
            @Schema(example = "ada@harbour.example") @NotBlank @Email @OneLine @Size(max = 254)
            String email) {}

    record NewPassword(
            @NotBlank @Size(max = 200) String token,

            @Schema(example = "correct horse battery") @NotNull @Size(min = SHORTEST_PASSWORD, max = LONGEST_PASSWORD)
            String password) {}

    @PostMapping("/password/forgot")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a new password",
            description = "Whoever has the address gets a link that is good for half an hour. The answer is the same "
                    + "when nobody has it.")
    void forgot(@Valid @RequestBody Address wish) {
        wishes.wish(Purpose.PASSWORD, wish.email());
    }

    @PostMapping("/password/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Choose a new password",
            description = "With the last part of the link that was mailed. Ends every sign-in of this person.")
    void reset(@Valid @RequestBody NewPassword choice) {
        changes.reset(new Opaque(choice.token()), choice.password());
    }

    @PostMapping("/verify-email")
    @Operation(summary = "Confirm your address", description = "With the last part of the link that was mailed.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verify(@Valid @RequestBody Token link) {
        if (addresses.prove(new Opaque(link.token()), Purpose.ADDRESS).isEmpty()) {
            throw new IdentityRefused.SpentLink();
        }
    }

    @PostMapping("/link")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a link to sign in",
            description = "Whoever has the address gets a link that works once, within ten minutes. The answer is the "
                    + "same when nobody has it.")
    void sendLink(@Valid @RequestBody Address wish) {
        wishes.wish(Purpose.SIGN_IN, wish.email());
    }

    @PostMapping("/link/consume")
    @Operation(
            summary = "Sign in by a link",
            description = "With the last part of the link that was mailed. With X-Tenant the token is for that "
                    + "business, and only its members get one.")
    Tokens.Pair consume(@Valid @RequestBody Token link) {
        Optional<Identity> identity = addresses.prove(new Opaque(link.token()), Purpose.SIGN_IN);
        if (identity.filter(person -> signIn.mayEnter(person.id())).isEmpty()) {
            trail.turnedAway(Means.MAILED_LINK);
            throw identity.isEmpty()
                    ? new IdentityRefused.SpentLink()
                    : new BadCredentialsException("This business does not know you");
        }
        return tokens.begin(identity.get(), Means.MAILED_LINK);
    }
}
