package com.gmservices.payments.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.documents.DocumentId;
import com.gmservices.gateway.CallsVendor;
import com.gmservices.money.Money;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(
        name = "Disputes",
        description =
                "What payers complain about at their banks. The gateway takes the money back " + "until it is decided.")
@RestController
@RequestMapping("/api/v1/disputes")
class DisputesApi {

    private final Disputes disputes;
    private final Answering answering;

    DisputesApi(Disputes disputes, Answering answering) {
        this.disputes = disputes;
        this.answering = answering;
    }

    record NewEvidence(
            @Schema(
                    description = "Why the charge is right, for whoever decides it",
                    example = "The brakes were replaced on 2 March, and the customer has signed for it.")
            @NotBlank
            @Size(max = Answering.LONGEST)
            String explanation,

            @Schema(
                    description = "Files that hang on the dispute, as `POST /documents` with `subject_kind=dispute` "
                            + "attaches them; without it all of them")
            @Size(max = EvidenceFiles.MOST)
            @Nullable
            List<DocumentId> documentIds) {}

    /** @param status whether the gateway has said that it has got it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerView(
            @Schema(description = "`contest` or `accept`", example = "contest")
            String kind,

            @Schema(
                    description =
                            "`pending` until the gateway has said that it has got it, then `sent`; `failed` when it "
                                    + "is not sent any more",
                    example = "sent")
            String status,

            @Nullable String explanation,
            List<DocumentId> documentIds,
            MemberId answeredBy,
            Instant answeredAt) {

        static AnswerView of(Answer answer) {
            return new AnswerView(
                    answer.kind().code(),
                    answer.status().code(),
                    answer.explanation(),
                    answer.files().stream().map(Answer.Enclosure::document).toList(),
                    answer.by(),
                    answer.answeredAt());
        }
    }

    @Schema(name = "Dispute")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DisputeView(
            DisputeId id,
            UUID paymentId,

            @Schema(example = "stripe") String gateway,

            @Schema(description = "The gateway's name for it", example = "dp_1PgafTB7WZ01zgkWdBLqUGRr")
            String reference,

            @Schema(description = "What was taken back; it may be a part of what was paid")
            Money amount,

            @Schema(description = "The gateway's word", example = "product_not_received")
            String reason,

            @Schema(example = "needs_response") DisputeStage stage,

            @Schema(description = "Until when the gateway takes evidence") @Nullable
            Instant dueBy,

            Instant openedAt,
            @Nullable Instant decidedAt,

            @Schema(description = "Not in lists") @Nullable List<AnswerView> answers) {

        static DisputeView of(Dispute dispute, @Nullable List<Answer> answers) {
            return new DisputeView(
                    dispute.id(),
                    dispute.payment(),
                    dispute.gateway(),
                    dispute.reference(),
                    dispute.amount(),
                    dispute.reason(),
                    dispute.stage(),
                    dispute.dueBy(),
                    dispute.openedAt(),
                    dispute.decidedAt(),
                    answers == null
                            ? null
                            : answers.stream().map(AnswerView::of).toList());
        }
    }

    @Operation(summary = "Disputes, the newest first")
    @GetMapping
    @Allow("read:disputes")
    Page<DisputeView> list(
            CurrentMember staff,
            @RequestParam(required = false) @Nullable DisputeStage stage,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return disputes.list(staff, stage, cursor == null ? Cursor.newest() : cursor, limit)
                .map(dispute -> DisputeView.of(dispute, null));
    }

    @Operation(summary = "One dispute, and what was answered")
    @GetMapping("/{id}")
    @Allow("read:disputes")
    DisputeView show(CurrentMember staff, @PathVariable UUID id) {
        return view(disputes.find(staff, new DisputeId(id)));
    }

    @Operation(summary = "Contest a dispute", description = """
                    Sends the explanation and the files to the gateway; most take it once. While the answer is `pending` \
                    the gateway is told until it says that it has got it. 409 `wrong-stage` when it takes none any more, \
                    `answer-under-way` while another one is pending.""")
    @PostMapping("/{id}/evidence")
    @CallsVendor
    @Allow("answer:disputes")
    DisputeView contest(
            CurrentMember staff,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 255) String key,
            @Valid @RequestBody NewEvidence evidence) {
        return view(answering.contest(staff, new DisputeId(id), evidence.explanation, evidence.documentIds, key));
    }

    @Operation(summary = "Let the payer have the money", description = "It cannot be undone.")
    @PostMapping("/{id}/accept")
    @CallsVendor
    @Allow("answer:disputes")
    @StepUp
    DisputeView accept(
            CurrentMember staff,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 255) String key) {
        return view(answering.accept(staff, new DisputeId(id), key));
    }

    private DisputeView view(Dispute dispute) {
        return DisputeView.of(dispute, answering.of(dispute.id()));
    }
}
