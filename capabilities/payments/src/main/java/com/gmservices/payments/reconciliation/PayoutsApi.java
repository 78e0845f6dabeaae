package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.ledger.EntryId;
import com.gmservices.tenancy.Allow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Ledger")
@RestController
@RequestMapping("/api/v1/payouts")
@Allow("read:ledger")
class PayoutsApi {

    private final Payouts payouts;

    PayoutsApi(Payouts payouts) {
        this.payouts = payouts;
    }

    record PayoutView(
            MovementId id,
            @Schema(example = "stripe") String gateway,

            @Schema(description = "What the gateway calls it")
            String reference,

            Money amount,

            @Schema(description = "What the gateway kept for paying out")
            Money fee,

            Instant paidAt,
            @Schema(description = "Its entry in the ledger") EntryId entryId) {}

    @Operation(
            summary = "What gateways have paid out to the bank, the newest first",
            description = "As the gateways say it; learned the morning after.")
    @GetMapping
    Page<PayoutView> list(
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return payouts.list(cursor == null ? Cursor.newest() : cursor, limit)
                .map(payout -> new PayoutView(
                        payout.id(),
                        payout.gateway(),
                        payout.reference(),
                        payout.amount(),
                        payout.fee(),
                        payout.at(),
                        payout.entry()));
    }
}
