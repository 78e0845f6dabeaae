package com.gmservices.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.gateway.CallsVendor;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Payment methods")
@RestController
@RequestMapping("/api/v1/payment-methods")
@Allow(Wallet.PAY)
class MethodsApi {

    private final Wallet wallet;

    MethodsApi(Wallet wallet) {
        this.wallet = wallet;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MethodView(
            UUID id,
            String gateway,
            @Schema(example = "visa") String brand,

            @Schema(description = "The last four digits, or a masked address", example = "4242")
            String ending,

            @Schema(example = "2034-12", type = "string") @Nullable
            YearMonth expires,

            @Schema(name = "default") boolean preferred,
            Instant consentAt) {

        static MethodView of(SavedMethod method) {
            return new MethodView(
                    method.id(),
                    method.gateway(),
                    method.means().brand(),
                    method.means().ending(),
                    method.means().expires(),
                    method.preferred(),
                    method.consentAt());
        }
    }

    record Methods(List<MethodView> data) {}

    record NewMethod(
            @Schema(example = "sandbox") @NotBlank @Size(max = 40)
            String gateway) {}

    record NextAction(@Schema(example = "redirect") String type, URI url) {}

    record Started(UUID id, NextAction nextAction) {}

    @Operation(summary = "What the caller keeps to pay with", description = "The default one first.")
    @GetMapping
    Methods list(CurrentMember member) {
        return new Methods(wallet.of(member).stream().map(MethodView::of).toList());
    }

    @Operation(
            summary = "Keep another one",
            description = "By asking for it the payer agrees that it is kept. The payer goes on at the gateway's page,"
                    + " where the number is entered: it never comes here.")
    @ApiResponse(responseCode = "201")
    @PostMapping
    @CallsVendor
    @ResponseStatus(HttpStatus.CREATED)
    Started start(CurrentMember member, @Valid @RequestBody NewMethod wish) {
        Wallet.Start start = wallet.start(member, wish.gateway);
        return new Started(start.id(), new NextAction("redirect", start.continueAt()));
    }

    @Operation(summary = "Make one the default")
    @PostMapping("/{id}/default")
    MethodView prefer(CurrentMember member, @PathVariable UUID id) {
        wallet.prefer(member, id);
        return MethodView.of(wallet.find(member, id));
    }

    @Operation(summary = "Keep one no longer", description = "The gateway is told to forget it.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentMember member, @PathVariable UUID id) {
        wallet.remove(member, id);
    }
}
