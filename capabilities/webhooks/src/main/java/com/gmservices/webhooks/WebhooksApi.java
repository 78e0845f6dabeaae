package com.gmservices.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.webhooks.Endpoint.DisabledWhy;
import com.gmservices.webhooks.Endpoint.Format;
import com.gmservices.webhooks.Endpoints.Wish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhooks")
@Allow(Endpoints.MANAGE)
@Tag(name = "Webhooks", description = "Where your own systems are told of what happens.")
class WebhooksApi {

    private final Endpoints endpoints;
    private final EventTypes types;

    WebhooksApi(Endpoints endpoints, EventTypes types) {
        this.endpoints = endpoints;
        this.types = types;
    }

    static final String ONE_LINE = "[^\\p{Cntrl}]*";

    @Schema(name = "NewWebhook")
    record NewEndpoint(
            @Schema(description = "By https, and reachable from everywhere", example = "https://example.com/hooks/gm")
            @NotBlank
            @Size(max = 2000)
            String url,

            @Schema(example = "Accounting") @Size(max = 120) @Pattern(regexp = ONE_LINE) @Nullable
            String description,

            @Schema(description = "Types of events; `*` for all", example = "[\"*\"]") @NotEmpty @Size(max = 100)
            Set<@NotNull String> types,

            @Schema(description = "`standard` unless said", example = "standard") @Nullable
            Format format,

            @Schema(
                    description =
                            "Headers of your own, such as a key for your gateway; their values are not shown again",
                    example = "{\"X-Api-Key\": \"k-123\"}")
            @Size(max = HeaderRules.MOST)
            @Nullable
            Map<String, @NotNull String> headers) {

        Wish wish() {
            return new Wish(url, description, types, format, headers, null);
        }
    }

    @Schema(name = "WebhookChange")
    record EndpointChange(
            @Schema(example = "https://example.com/hooks/gm") @Size(max = 2000) @Nullable
            String url,

            @Schema(example = "Accounting") @Size(max = 120) @Pattern(regexp = ONE_LINE) @Nullable
            String description,

            @Schema(example = "[\"payment.succeeded\"]") @Size(min = 1, max = 100) @Nullable
            Set<@NotNull String> types,

            @Nullable Format format,

            @Schema(description = "All of them anew", example = "{}") @Size(max = HeaderRules.MOST) @Nullable
            Map<String, @NotNull String> headers,

            @Schema(description = "False disables it, true enables it again") @Nullable
            Boolean active) {

        Wish wish() {
            return new Wish(url, description, types, format, headers, active);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Webhook")
    record EndpointView(
            EndpointId id,

            @Schema(example = "https://example.com/hooks/gm")
            URI url,

            @Schema(example = "Accounting") String description,
            @Schema(example = "[\"*\"]") List<String> types,
            Format format,

            @Schema(description = "The names of your own headers", example = "[\"X-Api-Key\"]")
            List<String> headers,

            boolean active,
            @Nullable DisabledWhy disabledWhy,

            @Schema(description = "Since when nothing has been taken") @Nullable
            Instant failingSince,

            @Schema(description = "Until then the secret of before signs too") @Nullable
            Instant earlierSecretUntil,

            Instant createdAt,
            int revision) {

        static EndpointView of(Endpoint endpoint) {
            return new EndpointView(
                    endpoint.id(),
                    endpoint.url(),
                    endpoint.description(),
                    List.copyOf(endpoint.types()),
                    endpoint.format(),
                    endpoint.headerNames(),
                    endpoint.isActive(),
                    endpoint.disabledWhy(),
                    endpoint.failingSince(),
                    endpoint.earlierSecretUntil(),
                    endpoint.createdAt(),
                    endpoint.revision());
        }
    }

    @Schema(name = "WebhookWithSecret")
    record MadeView(
            EndpointView webhook,

            @Schema(description = "What its messages are signed with. It is shown this once.", example = "whsec_…")
            String secret) {

        static MadeView of(Endpoints.Made made) {
            return new MadeView(EndpointView.of(made.endpoint()), made.secret().text());
        }

        @Override
        public String toString() {
            return "MadeView[" + webhook.id() + "]";
        }
    }

    @Schema(name = "WebhookEventType")
    record TypeView(
            @Schema(example = "service_request.created") String name,

            @Schema(description = "As it stands in `data`, by way of example", type = "object")
            Map<String, ?> example) {}

    @Operation(
            summary = "The types of events",
            description = "What their `data` hold stands in this description under `webhooks`.")
    @GetMapping("/event-types")
    Page<TypeView> types() {
        return new Page<>(
                types.all().stream()
                        .map(type -> new TypeView(type.name(), type.example().webhookData()))
                        .toList(),
                null,
                false);
    }

    @Operation(summary = "Your endpoints, the newest first")
    @GetMapping
    Page<EndpointView> list(CurrentMember admin) {
        return new Page<>(endpoints.all(admin).stream().map(EndpointView::of).toList(), null, false);
    }

    @Operation(summary = "One endpoint")
    @GetMapping("/{id}")
    ResponseEntity<EndpointView> show(CurrentMember admin, @PathVariable UUID id) {
        return answer(endpoints.find(admin, new EndpointId(id)));
    }

    @Operation(summary = "Add an endpoint", description = """
                    From then on it is sent every event of its types, signed as \
                    [Standard Webhooks](https://www.standardwebhooks.com) say, and for older receivers with \
                    `X-GM-Signature: sha256=` and the hex HMAC-SHA-256 of the body under the same key. It has 15 seconds to \
                    answer with a 2xx; otherwise the message comes again, over a day in all, with the same `webhook-id`. \
                    `Retry-After` is heeded and 410 ends it.

                    An address of CloudEvents is asked first whether it agrees: to `OPTIONS` with \
                    `WebHook-Request-Origin` it answers `WebHook-Allowed-Origin`, or it is not taken (422).""")
    @ApiResponse(responseCode = "201")
    @PostMapping
    @StepUp
    ResponseEntity<MadeView> add(CurrentMember admin, @Valid @RequestBody NewEndpoint wish) {
        Endpoints.Made made = endpoints.add(admin, wish.wish());
        return ResponseEntity.created(
                        URI.create("/api/v1/webhooks/" + made.endpoint().id()))
                .eTag(new Revision(made.endpoint().revision()).tag())
                .body(MadeView.of(made));
    }

    @Operation(summary = "Change an endpoint", description = "What is left out stays as it is.")
    @PatchMapping("/{id}")
    ResponseEntity<EndpointView> change(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody EndpointChange change) {
        return answer(endpoints.change(admin, new EndpointId(id), revision.value(), change.wish()));
    }

    @Operation(summary = "Remove an endpoint", description = "With the log of what was sent there.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentMember admin, @PathVariable UUID id) {
        endpoints.remove(admin, new EndpointId(id));
    }

    @Operation(summary = "Make a new secret", description = """
                    For 24 hours the one of before signs too: `webhook-signature` then holds two signatures, apart by a \
                    blank. `X-GM-Signature` is of the new one at once.""")
    @PostMapping("/{id}/secret")
    @StepUp
    MadeView rotate(CurrentMember admin, @PathVariable UUID id) {
        return MadeView.of(endpoints.rotateSecret(admin, new EndpointId(id)));
    }

    private static ResponseEntity<EndpointView> answer(Endpoint endpoint) {
        return ResponseEntity.ok().eTag(new Revision(endpoint.revision()).tag()).body(EndpointView.of(endpoint));
    }
}
