package com.gmservices.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.webhooks.Deliveries.Attempt;
import com.gmservices.webhooks.Deliveries.Delivery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/webhooks/{id}")
@Allow(Endpoints.MANAGE)
@Tag(name = "Webhooks")
class DeliveriesApi {

    private final Resending resending;

    DeliveriesApi(Resending resending) {
        this.resending = resending;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WebhookDelivery")
    record DeliveryView(
            UUID id,

            @Schema(description = "As it stands in the header", example = "msg_0198f3a2-6d5e-7c41-9d3a-1f2e3d4c5b6a")
            String webhookId,

            @Schema(example = "service_request.created") String type,
            UUID subjectId,
            DeliveryState state,
            int attempts,
            @Schema(example = "200") @Nullable Integer lastStatus,
            @Nullable Instant lastAttemptAt,
            @Nullable Instant nextAttemptAt,
            Instant createdAt) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.message().id(),
                    delivery.message().webhookId(),
                    delivery.message().type(),
                    delivery.message().subject(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.lastStatus(),
                    delivery.lastAt(),
                    delivery.nextAt(),
                    delivery.message().at());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WebhookAttempt")
    record AttemptView(
            int number,
            Instant at,

            @Schema(description = "How long it took", example = "42")
            int millis,

            @Schema(example = "503") @Nullable Integer status,

            @Schema(description = "Why there was no answer", example = "No answer in time") @Nullable
            String failure,

            @Schema(description = "The beginning of the answer") @Nullable
            String answer) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.at(),
                    attempt.millis(),
                    attempt.status(),
                    attempt.failure(),
                    attempt.answer());
        }
    }

    @Schema(name = "WebhookDeliveryWithAttempts")
    record DetailView(DeliveryView delivery, List<AttemptView> attempts) {}

    @Schema(name = "WebhookReplay")
    record NewReplay(
            @Schema(description = "All that failed or was missed since then; the log goes back 30 days") @NotNull
            Instant since) {}

    @Schema(name = "WebhookReplayed")
    record Replayed(
            @Schema(description = "How many are sent again", example = "3")
            int deliveries) {}

    @Schema(name = "WebhookTest")
    record NewTest(
            @Schema(
                    description = "Whose example is sent; without it a `webhook.test`",
                    example = "service_request.created")
            @Size(max = 100)
            @Nullable
            String type) {}

    @Operation(summary = "What was sent to an endpoint", description = "The newest first, of the last 30 days.")
    @GetMapping("/deliveries")
    Page<DeliveryView> list(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return resending
                .list(admin, new EndpointId(id), state, cursor == null ? Cursor.newest() : cursor, limit)
                .map(DeliveryView::of);
    }

    @Operation(summary = "One delivery with its attempts", description = "The newest attempt first.")
    @GetMapping("/deliveries/{delivery}")
    DetailView show(CurrentMember admin, @PathVariable UUID id, @PathVariable UUID delivery) {
        var endpoint = new EndpointId(id);
        return new DetailView(
                DeliveryView.of(resending.find(admin, endpoint, delivery)),
                resending.attempts(admin, endpoint, delivery).stream()
                        .map(AttemptView::of)
                        .toList());
    }

    @Operation(summary = "Send one again", description = "Whatever has become of it, and with the same `webhook-id`.")
    @PostMapping("/deliveries/{delivery}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView resend(CurrentMember admin, @PathVariable UUID id, @PathVariable UUID delivery) {
        return DeliveryView.of(resending.resend(admin, new EndpointId(id), delivery));
    }

    @Operation(summary = "Send again all that was missed", description = """
                    What failed in the end, and what came while the endpoint was disabled. What is still being tried is \
                    not touched.""")
    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replayed replay(CurrentMember admin, @PathVariable UUID id, @Valid @RequestBody NewReplay wish) {
        return new Replayed(resending.replay(admin, new EndpointId(id), wish.since));
    }

    @Operation(summary = "Send a test event")
    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView test(
            CurrentMember admin, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable NewTest wish) {
        return DeliveryView.of(resending.test(admin, new EndpointId(id), wish == null ? null : wish.type));
    }
}
