package com.gmservices.identity;

import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** At which other sites somebody has an account that signs them in here. */
@RestController
@RequestMapping("/api/v1/me/providers")
@Allow(Allow.SIGNED_IN)
@Tag(name = "You")
class ProvidersApi {

    private final ExternalLogins logins;

    ProvidersApi(ExternalLogins logins) {
        this.logins = logins;
    }

    record ProviderView(
            @Schema(
                    example = "google",
                    allowableValues = {"google", "linkedin", "github"})
            String provider,

            @Schema(example = "Google") String name,
            Instant joinedAt) {

        static ProviderView of(ExternalLogins.Joined joined) {
            return new ProviderView(joined.provider().code(), joined.provider().label(), joined.at());
        }
    }

    @GetMapping
    @Operation(summary = "Accounts elsewhere by which you sign in")
    Page<ProviderView> list(CurrentIdentity caller) {
        return new Page<>(logins.of(caller).stream().map(ProviderView::of).toList(), null, false);
    }

    @StepUp
    @DeleteMapping("/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Sign in no more by an account elsewhere",
            description = "Refused with last-way when you have neither a password nor another such account. You are "
                    + "told by mail.")
    void remove(CurrentIdentity caller, @PathVariable String provider) {
        logins.remove(caller, provider);
    }
}
