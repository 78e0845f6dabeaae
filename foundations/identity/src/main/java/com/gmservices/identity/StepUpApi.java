package com.gmservices.identity;

import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.security.Proofs;
import com.gmservices.identity.security.SignedIn;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sign-in")
class StepUpApi {

    private final Proving proving;
    private final Proofs proofs;
    private final Clock clock;

    StepUpApi(Proving proving, Proofs proofs, Clock clock) {
        this.proving = proving;
        this.proofs = proofs;
        this.clock = clock;
    }

    record Proof(
            @Schema(example = "password") @NotNull Factor factor,

            @Schema(example = "correct horse battery") @NotBlank @Size(max = NewPerson.LONGEST_PASSWORD)
            String code) {

        @Override
        public String toString() {
            return "Proof[" + factor + "]";
        }
    }

    record Proven(Instant validUntil) {}

    @Allow(Allow.SIGNED_IN)
    @PostMapping("/api/v1/auth/step-up")
    @Operation(
            summary = "Prove once more who you are",
            description = "Opens for five minutes what answers step-up-required, to all tokens of this sign-in. "
                    + "With a second factor set up it takes one, otherwise the password.")
    Proven prove(
            CurrentIdentity caller,
            @Parameter(hidden = true) SignedIn signedIn,
            @Valid @RequestBody Proof proof,
            HttpServletRequest request,
            HttpServletResponse response) {
        proving.again(caller.id(), proof.factor(), proof.code(), null);
        proofs.renew(signedIn, request, response);
        return new Proven(clock.instant().plus(Proofs.VALID));
    }
}
