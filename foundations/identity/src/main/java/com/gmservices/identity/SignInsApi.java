package com.gmservices.identity;

import com.gmservices.database.Page;
import com.gmservices.identity.security.SignedIn;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/sessions")
@Allow(Allow.SIGNED_IN)
@Tag(name = "You")
class SignInsApi {

    private final SignIns signIns;

    SignInsApi(SignIns signIns) {
        this.signIns = signIns;
    }

    record SessionView(
            UUID id,

            @Schema(allowableValues = {"browser", "program"})
            String kind,

            @Schema(example = "Firefox") @Nullable String device,
            @Schema(example = "Linux") @Nullable String system,
            @Schema(example = "192.0.2.7") String address,
            Instant signedInAt,
            Instant lastUsedAt,

            @Schema(description = "Whether this call comes from there")
            boolean current) {

        static SessionView of(SignIns.Place place) {
            return new SessionView(
                    place.id(),
                    place.kind().name().toLowerCase(Locale.ROOT),
                    place.device().name(),
                    place.device().system(),
                    place.address(),
                    place.begun(),
                    place.lastUsed(),
                    place.current());
        }
    }

    @GetMapping
    @Operation(summary = "Where you are signed in")
    Page<SessionView> list(CurrentIdentity caller, @Parameter(hidden = true) SignedIn signedIn) {
        return new Page<>(
                signIns.of(caller, Here.of(signedIn)).stream()
                        .map(SessionView::of)
                        .toList(),
                null,
                false);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out somewhere")
    void end(CurrentIdentity caller, @PathVariable UUID id) {
        signIns.end(caller, id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out everywhere else")
    void endOthers(CurrentIdentity caller, @Parameter(hidden = true) SignedIn signedIn) {
        signIns.endOthers(caller, Here.of(signedIn));
    }
}
