package com.gmservices.portability;

import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import com.gmservices.tenancy.WhileClosing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
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

/** How a business leaves, with its data or for good. */
@RestController
@RequestMapping("/api/v1/tenant")
@Tag(name = "Business")
class TenantDataApi {

    private final TransferDesk desk;
    private final Closings closings;
    private final Tenants tenants;

    TenantDataApi(TransferDesk desk, Closings closings, Tenants tenants) {
        this.desk = desk;
        this.closings = closings;
        this.tenants = tenants;
    }

    record ExportWish(
            @Schema(
                    description = "At least 12 characters, kept nowhere: without it nobody takes the archive in",
                    example = "seven wet dogs on a pier")
            @Size(max = 1000)
            @Nullable
            String passphrase) {

        @Override
        public String toString() {
            return "ExportWish[]";
        }
    }

    record TransferView(
            UUID id,
            Transfer.State status,

            @Schema(description = "In hundredths", example = "40")
            int progress,

            @Schema(description = "How large the archive is", example = "183204")
            long bytes,

            Instant askedAt,
            @Schema(nullable = true) @Nullable Instant finishedAt,

            @Schema(nullable = true, description = "Until when it can be fetched") @Nullable
            Instant expiresAt,

            @Schema(nullable = true, description = "Why there is none") @Nullable
            String failure,

            @Schema(nullable = true) @Nullable String resultUrl) {

        static TransferView of(Transfer transfer) {
            return new TransferView(
                    transfer.id(),
                    transfer.state(),
                    transfer.progress(),
                    transfer.bytes(),
                    transfer.askedAt(),
                    transfer.finishedAt(),
                    transfer.expiresAt(),
                    transfer.failure(),
                    transfer.isReady() && transfer.kind() == Transfer.Kind.EXPORT
                            ? "/api/v1/tenant/exports/%s/archive".formatted(transfer.id())
                            : null);
        }
    }

    record ClosingWish(
            @Schema(description = "The business's short name, so that it is no slip", example = "harbour") @Nullable
            String confirm) {}

    record ClosingView(Instant askedAt, Instant closesAt) {

        static ClosingView of(Closings.Closing closing) {
            return new ClosingView(closing.askedAt(), closing.dueAt());
        }
    }

    @PostMapping("/exports")
    @Allow("export:tenant")
    @StepUp
    @WhileClosing
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have all data of the business put into an archive",
            description = "A ZIP with a line of JSON per row, files, checksums. What is kept sealed is sealed by the"
                    + " passphrase; everything else stands there in the open. A mail tells when it is ready.")
    ResponseEntity<TransferView> export(
            CurrentMember admin, @Valid @RequestBody ExportWish wish, UriComponentsBuilder uri) {
        Transfer transfer = desk.export(admin, wish.passphrase());
        return ResponseEntity.accepted()
                .location(uri.path("/api/v1/tenant/exports/{id}").build(transfer.id()))
                .body(TransferView.of(transfer));
    }

    @GetMapping("/exports")
    @Allow("export:tenant")
    @Operation(summary = "The latest exports")
    Page<TransferView> exports(CurrentMember admin) {
        return new Page<>(desk.exports(admin).stream().map(TransferView::of).toList(), null, false);
    }

    @GetMapping("/exports/{id}")
    @Allow("export:tenant")
    @Operation(summary = "How far an export is")
    TransferView export(CurrentMember admin, @PathVariable UUID id) {
        return TransferView.of(desk.export(admin, id));
    }

    @GetMapping("/exports/{id}/archive")
    @Allow("export:tenant")
    @StepUp
    @Operation(summary = "Fetch an archive", description = "For seven days after it was ready.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.ZIP, schema = @Schema(type = "string", format = "binary")))
    void fetch(CurrentMember admin, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        try (InputStream archive = desk.fetch(admin, id)) {
            archive.transferTo(Download.begin(response, tenants.current().slug() + ".zip"));
        }
    }

    @DeleteMapping("/exports/{id}")
    @Allow("export:tenant")
    @WhileClosing
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw an archive away")
    void discard(CurrentMember admin, @PathVariable UUID id) {
        desk.discard(admin, id);
    }

    @PostMapping("/deletion")
    @Allow("delete:tenant")
    @StepUp
    @WhileClosing
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Close the business",
            description =
                    "Only its owner can. For 30 days the team can read and take data along, and the owner can"
                            + " call it off; then all of it is deleted and its key destroyed, so that backups are unreadable too.")
    ClosingView close(CurrentMember owner, @Valid @RequestBody ClosingWish form) {
        return ClosingView.of(closings.ask(owner, form.confirm()));
    }

    @GetMapping("/deletion")
    @Allow("delete:tenant")
    @Operation(summary = "When the business will be gone")
    ClosingView closing(CurrentMember admin) {
        return closings.find(admin)
                .map(ClosingView::of)
                .orElseThrow(() -> new PortabilityRefused.NotFound("deletion: nobody has asked for it"));
    }

    @DeleteMapping("/deletion")
    @Allow("delete:tenant")
    @StepUp
    @WhileClosing
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Call the closing off")
    void keep(CurrentMember owner) {
        closings.callOff(owner);
    }
}
