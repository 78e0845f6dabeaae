package com.gmservices.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.gateway.CallsVendor;
import com.gmservices.money.Money;
import com.gmservices.payments.Payment.Failure;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Payments")
@RestController
@RequestMapping("/api/v1")
class RefundsApi {

    private final Refunding refunding;

    RefundsApi(Refunding refunding) {
        this.refunding = refunding;
    }

    record NewRefund(
            @Schema(description = "Without it all that is left") @Nullable
            Money amount,

            @Size(max = 500) @Nullable String reason) {

        static final NewRefund OF_ALL = new NewRefund(null, null);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefundView(
            RefundId id,
            PaymentId paymentId,
            Refund.Status status,
            Money amount,
            @Nullable String reason,
            @Nullable Failure failure,

            @Schema(
                    description = "What the business has to do at the gateway before it can go on: `payers_account`"
                            + " is to name an account of the payer there")
            @Nullable
            String attention,

            Instant createdAt) {

        static RefundView of(Refund refund) {
            return new RefundView(
                    refund.id(),
                    refund.payment(),
                    refund.status(),
                    refund.amount(),
                    refund.reason(),
                    refund.failure(),
                    refund.attention(),
                    refund.createdAt());
        }
    }

    @Operation(
            summary = "Give money back",
            description = "Never more than was taken, together with what is on its way back. "
                    + "While it is `pending` the gateway is asked until it answers.")
    @ApiResponse(responseCode = "201")
    @PostMapping("/payments/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @CallsVendor
    @Allow("refund:payments")
    @StepUp
    RefundView refund(
            CurrentMember staff,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 255) String key,
            @Valid @RequestBody(required = false) @Nullable NewRefund wish) {
        NewRefund refund = wish == null ? NewRefund.OF_ALL : wish;
        return RefundView.of(refunding.refund(staff, new PaymentId(id), refund.amount, refund.reason, key));
    }

    @Operation(
            summary = "Refunds, the newest first",
            description = "Those that came back to a customer; staff see all.")
    @GetMapping("/refunds")
    @Allow("read:payments")
    Page<RefundView> list(
            CurrentMember member,
            @RequestParam(name = "payment_id", required = false) @Nullable UUID payment,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return refunding
                .list(
                        member,
                        payment == null ? null : new PaymentId(payment),
                        cursor == null ? Cursor.newest() : cursor,
                        limit)
                .map(RefundView::of);
    }
}
