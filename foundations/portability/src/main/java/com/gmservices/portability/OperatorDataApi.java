package com.gmservices.portability;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.portability.Certificates.Certificate;
import com.gmservices.portability.TenantDataApi.TransferView;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How businesses come in from elsewhere, and what says that others are gone. */
@RestController
@RequestMapping("/api/v1/platform")
@Allow(Allow.OPERATOR)
@Tag(name = "Platform")
class OperatorDataApi {

    private final TransferDesk desk;
    private final Certificates certificates;

    OperatorDataApi(TransferDesk desk, Certificates certificates) {
        this.desk = desk;
        this.certificates = certificates;
    }

    @PostMapping("/tenants/{id}/imports")
    @StepUp
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Take an export into an empty business",
            description = "The archive is the body, of any size. All of it is checked before a row is written; then all"
                    + " rows come in or none. An archive that somebody made by hand could say anything: take in only what"
                    + " comes from an installation that you trust.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Download.ZIP,
                                            schema = @Schema(type = "string", format = "binary"))))
    TransferView take(
            @PathVariable UUID id,
            CurrentIdentity operator,
            @Schema(description = "The one that the exporter has chosen")
                    @RequestHeader(name = "X-Passphrase", required = false)
                    @Nullable
                    String passphrase,
            HttpServletRequest request)
            throws IOException {
        return TransferView.of(desk.take(new TenantId(id), operator, request.getInputStream(), passphrase));
    }

    @GetMapping("/tenants/{id}/imports")
    @Operation(summary = "How far the imports into a business are")
    Page<TransferView> imports(@PathVariable UUID id) {
        return new Page<>(
                desk.imports(new TenantId(id)).stream().map(TransferView::of).toList(), null, false);
    }

    @GetMapping("/deletions")
    @Operation(summary = "Businesses that are gone", description = "A certificate for each, the newest first.")
    Page<Certificate> deletions(
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return certificates.list(cursor == null ? Cursor.newest() : cursor, limit);
    }
}
