package com.gmservices.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.gateway.CallsVendor;
import com.gmservices.money.Money;
import com.gmservices.payments.Checkout.Listed;
import com.gmservices.payments.Checkout.Wish;
import com.gmservices.payments.Payment.Failure;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@Tag(name = "Payments")
@RestController
@RequestMapping("/api/v1/payments")
class PaymentsApi {

    private static final String REQUEST = "service-request";

    private final Checkout checkout;
    private final PaymentSearch search;
    private final Tenants tenants;
    private final Links links;

    PaymentsApi(Checkout checkout, PaymentSearch search, Tenants tenants, Links links) {
        this.checkout = checkout;
        this.search = search;
        this.tenants = tenants;
        this.links = links;
    }

    record NewPayment(
            @NotNull UUID serviceRequestId,

            @Schema(example = "sandbox") @NotBlank @Size(max = 40)
            String gateway,

            @Schema(
                    description = "With it the payment is confirmed at once, without it it waits for `confirm`",
                    example = "sandbox_ok")
            @Size(max = 200)
            @Nullable
            String paymentMethod,

            @Schema(description = "A deposit, as staff agree it; without it all that is due") @Nullable
            Money amount,

            @Schema(description = "`manual` only reserves the money, until staff capture it; for staff") @Nullable
            CaptureMethod captureMethod,

            @Schema(description = "The payer has agreed that the method is kept for later") @Nullable
            Boolean savePaymentMethod) {

        @Nullable
        Try with() {
            return paymentMethod == null ? null : new Try(paymentMethod, null, Boolean.TRUE.equals(savePaymentMethod));
        }
    }

    record Confirmation(
            @Schema(description = "A method of the gateway, or the id of a saved one", example = "sandbox_ok")
            @NotBlank
            @Size(max = 200)
            String paymentMethod,

            @Schema(description = "Another gateway than before") @Size(max = 40) @Nullable
            String gateway,

            @Schema(description = "The payer has agreed that the method is kept for later") @Nullable
            Boolean savePaymentMethod) {

        Try with() {
            return new Try(paymentMethod, null, Boolean.TRUE.equals(savePaymentMethod));
        }
    }

    record Capture(
            @Schema(description = "A part of what is reserved; without it all") @Nullable
            Money amount) {}

    /** Where the payer goes on. */
    record NextAction(@Schema(example = "redirect") String type, URI url) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentView(
            PaymentId id,
            PaymentStatus status,
            Money amount,
            Money captured,
            Money refunded,
            String gateway,
            CaptureMethod captureMethod,
            @Nullable Instant capturableUntil,
            @Nullable UUID serviceRequestId,
            String reference,
            MemberId payerId,
            @Nullable NextAction nextAction,
            @Nullable Failure failure,
            Instant createdAt,
            Instant updatedAt) {}

    @Operation(summary = "Pay what is due", description = """
                    The amount is what is due at this moment. A payment for the same request that waits for its payer \
                    gives way; one whose gateway has not answered is 409 `payment-under-way`. After `unknown` the \
                    gateway is asked until it answers: read the payment again, and do not pay again.""")
    @ApiResponse(responseCode = "201")
    @PostMapping
    @CallsVendor
    @Allow(Allow.MEMBERS)
    ResponseEntity<PaymentView> pay(
            CurrentMember member,
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 255) String key,
            @Valid @RequestBody NewPayment wish,
            UriComponentsBuilder uri) {
        Payment payment = checkout.pay(
                member,
                new Wish(
                        REQUEST,
                        wish.serviceRequestId,
                        wish.gateway,
                        wish.with(),
                        wish.amount,
                        null,
                        wish.captureMethod == null ? CaptureMethod.AUTOMATIC : wish.captureMethod),
                key);
        return ResponseEntity.created(uri.path("/api/v1/payments/{id}").build(payment.id()))
                .body(view(payment));
    }

    @Operation(
            summary = "Try a payment with a method",
            description = "One that waits for a method, or whose last try has failed; at the same gateway or another.")
    @PostMapping("/{id}/confirm")
    @CallsVendor
    @Allow(Allow.MEMBERS)
    PaymentView confirm(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1, max = 255) @Nullable String key,
            @Valid @RequestBody Confirmation wish) {
        return view(checkout.confirm(member, new PaymentId(id), wish.gateway, wish.with(), key));
    }

    @Operation(summary = "Call a payment off that waits for its payer")
    @PostMapping("/{id}/cancel")
    @CallsVendor
    @Allow(Allow.MEMBERS)
    PaymentView cancel(CurrentMember member, @PathVariable UUID id) {
        return view(checkout.cancel(member, new PaymentId(id)));
    }

    @Operation(
            summary = "Take what was reserved",
            description = "All of it or a part, once; what is not taken is released.")
    @PostMapping("/{id}/capture")
    @CallsVendor
    @Allow("collect:payments")
    PaymentView capture(
            CurrentMember member, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Capture wish) {
        return view(checkout.capture(member, new PaymentId(id), wish == null ? null : wish.amount));
    }

    @Operation(summary = "Payments, the newest first", description = "A customer's own; staff see all.")
    @GetMapping
    @Allow("read:payments")
    Page<PaymentView> list(
            CurrentMember member,
            @RequestParam(name = "service_request_id", required = false) @Nullable UUID request,
            @RequestParam(required = false) @Nullable PaymentStatus status,
            @RequestParam(required = false) @Size(max = 40) @Nullable String gateway,
            @Schema(description = "Started on this day or later, by the business's clock")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate from,
            @Schema(description = "Started on this day or earlier")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate to,
            @Schema(description = "In minor units of the business's currency") @RequestParam(required = false) @Nullable
                    Long amount,
            @Schema(description = "A part of the payer's name or address, or how the reference begins")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return search.find(
                        member,
                        new Listed(status, request == null ? null : REQUEST, request),
                        new Sought(gateway, from, to, amount == null ? null : money(amount), q),
                        cursor == null ? Cursor.newest() : cursor,
                        limit)
                .map(this::view);
    }

    private Money money(long minor) {
        return new Money(minor, tenants.current().currency());
    }

    @Operation(summary = "One payment")
    @GetMapping("/{id}")
    @Allow("read:payments")
    PaymentView show(CurrentMember member, @PathVariable UUID id) {
        return view(checkout.find(member, new PaymentId(id)));
    }

    private PaymentView view(Payment payment) {
        String continueAt = payment.continueAt();
        return new PaymentView(
                payment.id(),
                payment.status(),
                payment.amount(),
                payment.captured(),
                payment.refunded(),
                payment.gateway(),
                payment.capture(),
                payment.reservedUntil(),
                payment.kind().equals(REQUEST) ? payment.subject() : null,
                payment.reference(),
                payment.payer(),
                continueAt == null ? null : new NextAction("redirect", address(continueAt)),
                payment.failure(),
                payment.createdAt(),
                payment.changedAt());
    }

    private URI address(String continueAt) {
        return continueAt.startsWith("/") ? links.tenant(tenants.current(), continueAt) : URI.create(continueAt);
    }
}
