package com.gmservices.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.money.Money;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@Tag(name = "Payment links")
@RestController
@RequestMapping("/api/v1/payment-links")
@Allow("collect:payments")
class LinksApi {

    private static final String REQUEST = "service-request";

    private final PaymentLinks paymentLinks;
    private final Tenants tenants;
    private final Links links;

    LinksApi(PaymentLinks paymentLinks, Tenants tenants, Links links) {
        this.paymentLinks = paymentLinks;
        this.tenants = tenants;
        this.links = links;
    }

    record NewLink(
            @NotNull UUID serviceRequestId,

            @Schema(description = "A part, as agreed; without it what is due when the link is opened") @Nullable
            Money amount,

            @Schema(description = "Tell the customer, by mail where they have no account") @Nullable
            Boolean tellCustomer) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkView(
            UUID id,
            URI url,
            UUID serviceRequestId,
            @Nullable Money amount,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    @Operation(
            summary = "Make a link to pay",
            description = "Whoever has it can pay without an account, for thirty days and as long as something is due.")
    @ApiResponse(responseCode = "201")
    @PostMapping
    ResponseEntity<LinkView> make(CurrentMember staff, @Valid @RequestBody NewLink wish, UriComponentsBuilder uri) {
        PaymentLink link = paymentLinks.make(staff, REQUEST, wish.serviceRequestId, wish.amount);
        if (Boolean.TRUE.equals(wish.tellCustomer)) {
            paymentLinks.send(staff, link);
        }
        return ResponseEntity.created(uri.path("/api/v1/payment-links/{id}").build(link.id()))
                .body(view(link));
    }

    @Operation(summary = "One link")
    @GetMapping("/{id}")
    LinkView show(@PathVariable UUID id) {
        return paymentLinks.find(id).map(this::view).orElseThrow(() -> new PaymentRefused.NotFound("link"));
    }

    @Operation(summary = "Withdraw a link")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(CurrentMember staff, @PathVariable UUID id) {
        paymentLinks.revoke(staff, id);
    }

    private LinkView view(PaymentLink link) {
        return new LinkView(
                link.id(),
                links.tenant(tenants.current(), link.path()),
                link.subject(),
                link.amount(),
                link.expiresAt(),
                link.revokedAt());
    }
}
