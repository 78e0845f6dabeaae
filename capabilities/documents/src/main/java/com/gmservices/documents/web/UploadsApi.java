package com.gmservices.documents.web;

import com.gmservices.documents.DocumentId;
import com.gmservices.documents.DocumentRefused;
import com.gmservices.documents.Subject;
import com.gmservices.documents.Uploads;
import com.gmservices.documents.Uploads.Begun;
import com.gmservices.documents.Uploads.Progress;
import com.gmservices.documents.store.FileStore.Door;
import com.gmservices.gateway.CallsVendor;
import com.gmservices.gateway.TakesFiles;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Large files and weak lines: announced, sent straight to the store or here in parts, completed. The parts follow the
 * core of tus 1.0 (https://tus.io/protocols/resumable-upload), whose clients are told {@code upload_url} as an upload
 * that exists already.
 */
@Tag(name = "Documents")
@RestController
@RequestMapping("/api/v1/documents")
class UploadsApi {

    private static final String OFFSET = "Upload-Offset";
    private static final String TUS = "Tus-Resumable";
    private static final String TUS_VERSION = "1.0.0";

    private final Uploads uploads;
    private final Tenants tenants;
    private final Links links;

    UploadsApi(Uploads uploads, Tenants tenants, Links links) {
        this.uploads = uploads;
        this.tenants = tenants;
        this.links = links;
    }

    record NewUpload(
            @Schema(example = "service-request") @Size(max = 40) @Nullable
            String subjectKind,

            @NotNull UUID subjectId,

            @Schema(example = "Rattle.mp4") @NotBlank @Size(max = 255)
            String name,

            @Schema(description = "In bytes", example = "73400320") @Min(1)
            long size,

            @Schema(
                    description = "SHA-256 of the content, in hexadecimal",
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            @NotNull
            @Pattern(regexp = "[0-9a-fA-F]{64}", message = "64 hexadecimal digits")
            String sha256,

            @Schema(description = "Only staff are to see it") @Nullable
            Boolean internal,

            @Schema(description = "Send it here in parts, even where the store takes files itself") @Nullable
            Boolean resumable) {}

    record Upload(
            DocumentId documentId,
            URI uploadUrl,

            @Schema(description = "`PUT` sends it in one piece to the store, `PATCH` in parts to us", example = "PATCH")
            String method,

            @Schema(description = "To be sent along") Map<String, String> headers,
            Instant expiresAt) {}

    @Operation(summary = "Announce a file", description = """
                    Send it to `upload_url` with `method` and `headers`, then `POST /documents/{id}/complete`. With `PATCH` \
                    it can be sent in parts: each says in `Upload-Offset` at which byte it goes on, and `HEAD` on the same \
                    address tells how much has arrived. A `PUT` goes to the store itself, in one piece.""")
    @ApiResponse(responseCode = "201")
    @PostMapping("/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow("attach:documents")
    Upload begin(CurrentMember member, @Valid @RequestBody NewUpload wish) {
        Begun begun = uploads.begin(
                member,
                new Uploads.Wish(
                        new Subject(Objects.requireNonNullElse(wish.subjectKind, "service-request"), wish.subjectId),
                        wish.name,
                        Boolean.TRUE.equals(wish.internal),
                        wish.size,
                        wish.sha256.toLowerCase(Locale.ROOT),
                        Boolean.TRUE.equals(wish.resumable)));
        Door door = begun.door();
        return door == null
                ? new Upload(
                        begun.document().id(),
                        links.platform("/api/v1/documents/uploads/" + begun.secret()),
                        "PATCH",
                        Map.of(
                                "Content-Type",
                                "application/offset+octet-stream",
                                OFFSET,
                                "0",
                                TUS,
                                TUS_VERSION,
                                "X-Tenant",
                                tenants.current().slug()),
                        begun.until())
                : new Upload(begun.document().id(), door.address(), door.method(), door.headers(), begun.until());
    }

    record Arrived(
            @Schema(description = "Where to go on", example = "1048576")
            long offset,

            long size) {}

    @Operation(summary = "How much of an upload has arrived", description = "`HEAD` says it in `Upload-Offset`.")
    @GetMapping("/uploads/{secret}")
    @Allow(Allow.VISITORS)
    ResponseEntity<Arrived> progress(@PathVariable String secret) {
        Progress progress = uploads.progress(secret);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(OFFSET, String.valueOf(progress.offset()))
                .header("Upload-Length", String.valueOf(progress.size()))
                .header(TUS, TUS_VERSION)
                .body(new Arrived(progress.offset(), progress.size()));
    }

    @Operation(
            summary = "Send a part",
            description = "As `application/offset+octet-stream`. The part goes on where `Upload-Offset` says.")
    @ApiResponse(responseCode = "204")
    @PatchMapping("/uploads/{secret}")
    @TakesFiles
    @Allow(Allow.VISITORS)
    ResponseEntity<Void> append(
            @PathVariable String secret,
            @RequestHeader(name = OFFSET, required = false) @Nullable Long offset,
            HttpServletRequest request)
            throws IOException {
        uploads.progress(secret);
        if (offset == null) {
            throw new DocumentRefused.Invalid("/" + OFFSET, "Say in Upload-Offset at which byte this goes on");
        }
        Progress progress = uploads.append(secret, offset, request.getInputStream());
        return ResponseEntity.noContent()
                .header(OFFSET, String.valueOf(progress.offset()))
                .header(TUS, TUS_VERSION)
                .build();
    }

    @Operation(summary = "All of it has been sent", description = """
                    Size and SHA-256 are compared with what was announced. What came here is checked before the answer; \
                    what lies in the store stays `quarantined` for some seconds. Saying it twice is saying it once.""")
    @PostMapping("/{id}/complete")
    @CallsVendor
    @Allow("attach:documents")
    DocumentView complete(CurrentMember member, @PathVariable UUID id) {
        return DocumentView.of(uploads.complete(member, new DocumentId(id)));
    }
}
