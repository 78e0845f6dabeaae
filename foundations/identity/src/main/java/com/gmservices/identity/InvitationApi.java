package com.gmservices.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.identity.Invitations.Invitation;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Members")
class InvitationApi {

    private final Invitations invitations;

    InvitationApi(Invitations invitations) {
        this.invitations = invitations;
    }

    record NewInvitation(
            @Schema(example = "ben@harbour.example") @NotBlank @Email @OneLine @Size(max = 254)
            String email,

            @NotNull Invited role) {}

    /** Customers register themselves. */
    enum Invited {
        STAFF(Role.STAFF),
        ADMIN(Role.ADMIN);

        private final Role role;

        Invited(Role role) {
            this.role = role;
        }

        Role role() {
            return role;
        }

        @JsonValue
        public String code() {
            return role.code();
        }
    }

    record InvitationView(UUID id, String email, Role role, Instant expiresAt) {

        static InvitationView of(Invitation invitation) {
            return new InvitationView(invitation.id(), invitation.email(), invitation.role(), invitation.expiresAt());
        }
    }

    @Allow("invite:members")
    @StepUp
    @PostMapping("/api/v1/members/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Invite somebody to work for the business",
            description = "They get a mail with a link that is valid for seven days.")
    InvitationView invite(CurrentMember admin, @Valid @RequestBody NewInvitation wish) {
        return InvitationView.of(
                invitations.invite(admin, wish.email(), wish.role().role()));
    }
}
