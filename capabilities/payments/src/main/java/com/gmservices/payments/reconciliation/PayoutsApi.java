package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.ledger.EntryId;
import com.gmservices.payments.reconciliation.Payouts.Into;
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
            @Schema(description = "Its entry in the ledger") EntryId entryId,

            @Schema(description = "Into which account, as it was named at the time; null when none was") @Nullable
            IntoView bankAccount) {}

    record IntoView(
            @Schema(example = "Guaranty Trust Bank") String bank,

            @Schema(description = "The last four digits", example = "•••• 0001")
            String number,

            @Schema(description = "As the bank has it", example = "HARBOUR GARAGE LTD")
            String holder) {

        static @Nullable IntoView of(@Nullable Into into) {
            return into == null ? null : new IntoView(into.bank(), into.number(), into.holder());
        }
    }

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
                        payout.entry(),
                        IntoView.of(payout.into())));
    }
}
