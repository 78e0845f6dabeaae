package com.gmservices.payments.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.reconciliation.Difference.Status;
import com.gmservices.payments.reconciliation.Differences.Filter;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Reconciliation")
@RestController
@RequestMapping("/api/v1/reconciliation")
@Allow("read:reconciliation")
class ReconciliationApi {

    private final Worklist worklist;
    private final Words words;

    ReconciliationApi(Worklist worklist, Words words) {
        this.worklist = worklist;
        this.words = words;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            DifferenceId id,
            @Schema(example = "stripe") String gateway,
            LocalDate day,
            Difference.Kind kind,
            Status status,

            @Schema(description = "What the gateway calls its line") @Nullable
            String gatewayReference,

            @Nullable UUID paymentId,

            @Schema(description = "What the gateway says") @Nullable
            Money theirs,

            @Schema(description = "What the payment or the ledger says") @Nullable
            Money ours,

            @Schema(description = "What to do about it, in words")
            String proposal,

            @Nullable String note,
            @Nullable MemberId resolvedById,
            Instant foundAt,
            @Nullable Instant closedAt) {}

    @Operation(
            summary = "Where gateways and books do not agree, the newest first",
            description = "Found as each gateway's account of a day is compared with payments, refunds and the ledger. "
                    + "One is `resolved` by somebody with a note, or has `vanished` because what came later agrees.")
    @GetMapping("/differences")
    Page<DifferenceView> differences(
            CurrentMember admin,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Size(max = 40) @Nullable String gateway,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            Locale locale) {
        return worklist.list(admin, new Filter(status, gateway), cursor == null ? Cursor.newest() : cursor, limit)
                .map(difference -> view(difference, locale));
    }

    private DifferenceView view(Difference difference, Locale locale) {
        return new DifferenceView(
                difference.id(),
                difference.gateway(),
                difference.day(),
                difference.kind(),
                difference.status(),
                difference.line(),
                difference.payment(),
                difference.theirs(),
                difference.ours(),
                words.proposal(difference, locale),
                difference.note(),
                difference.resolvedBy(),
                difference.foundAt(),
                difference.closedAt());
    }
}
