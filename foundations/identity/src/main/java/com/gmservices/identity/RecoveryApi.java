package com.gmservices.identity;

import static com.gmservices.identity.NewPerson.LONGEST_PASSWORD;
import static com.gmservices.identity.NewPerson.SHORTEST_PASSWORD;

import com.gmservices.identity.MailedLinks.Purpose;
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
import org.springframework.http.HttpStatus;
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

    RecoveryApi(LinkWishes wishes, PasswordChanges changes) {
        this.wishes = wishes;
        this.changes = changes;
    }

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
}
