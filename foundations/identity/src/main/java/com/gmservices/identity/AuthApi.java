package com.gmservices.identity;

import static com.gmservices.identity.NewPerson.LONGEST_NAME;
import static com.gmservices.identity.NewPerson.LONGEST_PASSWORD;
import static com.gmservices.identity.NewPerson.SHORTEST_PASSWORD;

import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.SignedIn;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentTenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How programs sign people in and out. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sign-in")
class AuthApi {

    private final SignIn signIn;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Tokens tokens;
    private final SignInTrail trail;

    AuthApi(SignIn signIn, Accounts accounts, Invitations invitations, Tokens tokens, SignInTrail trail) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.invitations = invitations;
        this.tokens = tokens;
        this.trail = trail;
    }

    record Registration(
            @Schema(example = "mia@example.com") @NotBlank @Email @OneLine @Size(max = 254)
            String email,

            @Schema(example = "correct horse battery") @NotNull @Size(min = SHORTEST_PASSWORD, max = LONGEST_PASSWORD)
            String password,

            @Schema(example = "Mia") @NotBlank @OneLine @Size(max = LONGEST_NAME)
            String firstName,

            @Schema(example = "Okafor") @OneLine @Size(max = LONGEST_NAME) @Nullable
            String lastName,

            @Schema(example = "+44 20 7946 0001") @OneLine @Size(max = 40) @Nullable
            String phone) {

        NewPerson toPerson() {
            return new NewPerson(email, password, firstName, lastName, phone);
        }
    }

    /** Repeats what was said and nothing else: that an address is known is not to be seen by it. */
    record Registered(String email, String firstName, String lastName) {}

    record Credentials(
            @Schema(example = "ada@harbour.example") @NotBlank @Size(max = 254)
            String email,

            @Schema(example = "correct horse battery") @NotNull @Size(max = LONGEST_PASSWORD)
            String password) {}

    record Renewal(@NotBlank @Size(max = 200) String refreshToken) {}

    record Acceptance(
            @NotBlank @Size(max = 200) String token,

            @Schema(example = "correct horse battery") @NotNull @Size(max = LONGEST_PASSWORD)
            String password,

            @Schema(description = "Only from people who are new", example = "Ben")
            @OneLine
            @Size(max = LONGEST_NAME)
            @Nullable
            String firstName,

            @OneLine @Size(max = LONGEST_NAME) @Nullable String lastName,
            @OneLine @Size(max = 40) @Nullable String phone) {

        NewPerson toPerson() {
            return new NewPerson("", password, firstName, lastName, phone);
        }
    }

    @Allow(Allow.VISITORS)
    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(
            summary = "Become a customer of a business",
            description = "With an address that is known and its password, that person joins. The answer is the same "
                    + "with another password; then the owner of the address is told by mail.")
    Registered register(@Valid @RequestBody Registration wish) {
        NewPerson person = wish.toPerson();
        accounts.register(person);
        return new Registered(person.email(), person.firstName(), person.lastName());
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/login")
    @SecurityRequirements
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "401",
            description = "Authentication required",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    @Operation(
            summary = "Sign in",
            description = "With X-Tenant the token is for that business, and only its members get one. Without it, it "
                    + "serves your own profile and memberships, and the operator's calls.")
    Tokens.Pair login(@Valid @RequestBody Credentials credentials) {
        return tokens.begin(signIn.authenticateForTenant(credentials.email(), credentials.password()), Means.PASSWORD);
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/refresh")
    @SecurityRequirements
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "401",
            description = "Authentication required",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    @Operation(
            summary = "Get the next pair of tokens",
            description = "Each refresh token is good for one renewal; a second one within ten seconds is forgiven. "
                    + "Later use of a used token ends the whole sign-in.")
    Tokens.Pair refresh(@Valid @RequestBody Renewal renewal) {
        return tokens.renew(new Opaque(renewal.refreshToken()))
                .orElseThrow(() -> new BadCredentialsException("The refresh token is not valid any more: sign in"));
    }

    @Allow(Allow.SIGNED_IN)
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out", description = "Ends the refresh tokens of this sign-in.")
    void logout(@Parameter(hidden = true) SignedIn caller) {
        caller.family().ifPresent(tokens::end);
        trail.signedOut(caller.identity());
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/invitations/accept")
    @SecurityRequirements
    @Operation(
            summary = "Accept an invitation to work for a business",
            description = "People who are known give their password, others choose one and say their name. "
                    + "The answer signs in for that business.")
    Tokens.Pair accept(@Valid @RequestBody Acceptance acceptance) {
        Opaque token = new Opaque(acceptance.token());
        Identity identity = invitations.accept(token, acceptance.toPerson());
        return CurrentTenant.call(
                Invitations.tenantOf(token).orElseThrow(), () -> tokens.begin(identity, Means.PASSWORD));
    }
}
