package com.gmservices.identity;

import com.gmservices.identity.factors.Enrolment;
import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.factors.FactorRefused;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.factors.Passkeys;
import com.gmservices.identity.factors.SignInSteps;
import com.gmservices.identity.factors.SignInSteps.Step;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How programs set up second factors for people, and show them. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Sign-in")
class FactorsApi {

    private static final int LONGEST_CODE = 20_000;

    private final Factors factors;
    private final SignInSteps steps;
    private final Proving proving;
    private final Passkeys passkeys;
    private final Tokens tokens;
    private final Identities identities;

    FactorsApi(
            Factors factors,
            SignInSteps steps,
            Proving proving,
            Passkeys passkeys,
            Tokens tokens,
            Identities identities) {
        this.factors = factors;
        this.steps = steps;
        this.proving = proving;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.identities = identities;
    }

    record Setup(
            @Schema(example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
            String secret,

            @Schema(example = "otpauth://totp/GM%20Services:ada%40harbour.example?secret=GEZDGNBVGY3TQOJQ")
            String otpauthUri,

            String qrSvg) {

        static Setup of(Enrolment enrolment) {
            return new Setup(enrolment.secret(), enrolment.uri(), enrolment.qrSvg());
        }

        @Override
        public String toString() {
            return "Setup[…]";
        }
    }

    record Code(
            @Schema(example = "287082") @NotBlank @Size(max = 20)
            String code) {}

    record RecoveryCodes(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "RecoveryCodes[…]";
        }
    }

    record Answer(
            @NotBlank @Size(max = 200) String mfaToken,

            @Schema(example = "totp") @NotNull Factor factor,

            @Schema(description = "Of a passkey the credential as JSON", example = "287082")
            @NotBlank
            @Size(max = LONGEST_CODE)
            String code) {}

    record PendingSignIn(@NotBlank @Size(max = 200) String mfaToken) {}

    @Allow(Allow.SIGNED_IN)
    @StepUp
    @PostMapping("/mfa/totp")
    @Operation(
            summary = "Begin to set up an authenticator",
            description = "Show the QR code or the secret. Nothing changes before its first code is verified.")
    Setup begin(CurrentIdentity caller) {
        return Setup.of(factors.begin(caller));
    }

    @Allow(Allow.SIGNED_IN)
    @PostMapping("/mfa/totp/verify")
    @Operation(
            summary = "Finish to set up an authenticator",
            description = "From now on each sign-in needs a code. The ten recovery codes are shown this once.")
    RecoveryCodes verify(CurrentIdentity caller, @Valid @RequestBody Code code) {
        return new RecoveryCodes(factors.confirm(caller, code.code()));
    }

    @Allow(Allow.SIGNED_IN)
    @StepUp
    @DeleteMapping("/mfa/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove the authenticator")
    void remove(CurrentIdentity caller) {
        factors.removeAuthenticator(caller);
    }

    @Allow(Allow.SIGNED_IN)
    @StepUp
    @PostMapping("/mfa/recovery-codes")
    @Operation(summary = "Ten new recovery codes", description = "Those before are good no more.")
    RecoveryCodes renewCodes(CurrentIdentity caller) {
        return new RecoveryCodes(factors.renewCodes(caller));
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/mfa/challenge")
    @SecurityRequirements
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "401",
            description = "Authentication required",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    @Operation(
            summary = "Show a second factor",
            description = "The second step of a sign-in that answered mfa-required. Each mfa_token is good for ten "
                    + "minutes and ten tries.")
    Tokens.Pair challenge(@Valid @RequestBody Answer answer) {
        Opaque token = new Opaque(answer.mfaToken());
        Step step = steps.attempt(token).orElseThrow(FactorsApi::startAgain);
        try {
            proving.second(step.identity(), answer.factor(), answer.code(), step.nonce());
        } catch (FactorRefused refused) {
            throw new BadCredentialsException(refused.getMessage());
        }
        if (!steps.finish(token)) {
            throw startAgain();
        }
        Identity identity = identities.find(step.identity()).orElseThrow(FactorsApi::startAgain);
        return tokens.complete(identity, step.tenant(), List.of(step.shown(), Means.of(answer.factor())));
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/mfa/passkey")
    @SecurityRequirements
    @Operation(
            summary = "What a passkey is to sign",
            description = "Options for navigator.credentials.get; its answer goes to the challenge as code.")
    Map<String, Object> ask(@Valid @RequestBody PendingSignIn pending) {
        Opaque token = new Opaque(pending.mfaToken());
        Step step = steps.find(token).orElseThrow(FactorsApi::startAgain);
        byte[] nonce = Passkeys.nonce();
        steps.ask(token, nonce);
        return passkeys.request(Optional.of(step.identity()), nonce);
    }

    private static BadCredentialsException startAgain() {
        return new BadCredentialsException("This sign-in took too long or too many tries: start again");
    }
}
