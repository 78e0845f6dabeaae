package com.gmservices.identity;

import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys for programs. They are made by people who have signed in, never by a key. */
@RestController
@Tag(name = "API keys")
class ApiKeysApi {

    private final ApiKeys keys;

    ApiKeysApi(ApiKeys keys) {
        this.keys = keys;
    }

    record NewKey(
            @Schema(example = "Nightly export") @NotBlank @OneLine @Size(max = 80)
            String name,

            @Schema(description = "Permissions that you have yourself", example = "[\"read:all-requests\"]")
            @NotNull
            @Size(max = 200)
            Set<@NotNull String> scopes,

            @Schema(description = "Without it the key is good until it is revoked") @Nullable
            Instant expiresAt) {

        ApiKeys.Wish wish() {
            return new ApiKeys.Wish(name, scopes, expiresAt);
        }
    }

    record KeyView(
            UUID id,
            @Schema(example = "Nightly export") String name,
            @Schema(example = "gm_live_") String prefix,
            @Schema(example = "aB3d") String lastFour,
            List<String> scopes,

            @Schema(description = "As whom it acts in histories")
            MemberId memberId,

            MemberId madeBy,
            Instant createdAt,
            @Schema(nullable = true) @Nullable Instant expiresAt,

            @Schema(nullable = true, description = "To the minute") @Nullable
            Instant lastUsedAt) {

        static KeyView of(ApiKey key) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.prefix(),
                    key.lastFour(),
                    List.copyOf(key.scopes()),
                    key.member(),
                    key.madeBy(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.lastUsedAt());
        }
    }

    record MadeView(
            KeyView details,

            @Schema(description = "Send it as a bearer token. It is shown this once and not kept.")
            String key) {

        static MadeView of(ApiKeys.Made made) {
            return new MadeView(KeyView.of(made.key()), made.text());
        }

        @Override
        public String toString() {
            return "MadeView[" + details.id() + "]";
        }
    }

    @Operation(summary = "Your own keys", description = "Of this business, the newest first.")
    @GetMapping("/api/v1/me/api-keys")
    @Allow(Allow.MEMBERS)
    Page<KeyView> personal(CurrentMember member) {
        return page(keys.personal(member));
    }

    @Operation(summary = "Make a key of your own", description = """
                    It calls for you at this business, for some of what you may do; what you may not do any more, it may \
                    not either.""")
    @PostMapping("/api/v1/me/api-keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Allow.MEMBERS)
    @StepUp
    MadeView makePersonal(CurrentMember member, @Valid @RequestBody NewKey wish) {
        return MadeView.of(keys.makePersonal(member, wish.wish()));
    }

    @Operation(summary = "Revoke one of your keys", description = "At once.")
    @DeleteMapping("/api/v1/me/api-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Allow.MEMBERS)
    void revokePersonal(CurrentMember member, @PathVariable UUID id) {
        keys.revokePersonal(member, id);
    }

    @Operation(summary = "Keys of the business", description = "The newest first.")
    @GetMapping("/api/v1/api-keys")
    @Allow("manage:keys")
    Page<KeyView> machines(CurrentMember admin) {
        return page(keys.machines(admin));
    }

    @Operation(summary = "Make a key of the business", description = """
                    It calls as a machine that is named after it, and stays when you leave. Only for what you may do \
                    yourself.""")
    @PostMapping("/api/v1/api-keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow("manage:keys")
    @StepUp
    MadeView makeForMachine(CurrentMember admin, @Valid @RequestBody NewKey wish) {
        return MadeView.of(keys.makeForMachine(admin, wish.wish()));
    }

    @Operation(summary = "Revoke a key of the business", description = "At once.")
    @DeleteMapping("/api/v1/api-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow("manage:keys")
    void revokeMachine(CurrentMember admin, @PathVariable UUID id) {
        keys.revokeMachine(admin, id);
    }

    private static Page<KeyView> page(List<ApiKey> keys) {
        return new Page<>(keys.stream().map(KeyView::of).toList(), null, false);
    }
}
