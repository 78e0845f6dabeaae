package com.gmservices.documents.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.documents.Document;
import com.gmservices.documents.DocumentId;
import com.gmservices.documents.DocumentRefused;
import com.gmservices.documents.Documents;
import com.gmservices.documents.SentFiles;
import com.gmservices.documents.Subject;
import com.gmservices.gateway.CallsVendor;
import com.gmservices.gateway.TakesFiles;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

@Tag(name = "Documents", description = "Files that hang on other things. Whoever may see the thing may see its files.")
@RestController
@RequestMapping("/api/v1/documents")
class DocumentsApi {

    private final Documents documents;
    private final Tenants tenants;
    private final Links links;

    DocumentsApi(Documents documents, Tenants tenants, Links links) {
        this.documents = documents;
        this.tenants = tenants;
        this.links = links;
    }

    @Operation(summary = "Attach a file", description = """
                    In one piece, as `multipart/form-data`; for large files and weak lines there is `POST /documents/uploads`. \
                    The file is judged by its content and checked before the answer; a photo is drawn anew without the \
                    place where it was taken. While a scanner does not answer, the state is `quarantined`: look again.""")
    @ApiResponse(responseCode = "201")
    @PostMapping
    @CallsVendor
    @TakesFiles
    @Allow("attach:documents")
    ResponseEntity<DocumentView> attach(
            CurrentMember member,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @Parameter(example = "service-request")
                    @RequestParam(name = "subject_kind", defaultValue = "service-request")
                    @Size(max = 40)
                    String kind,
            @RequestParam(name = "subject_id") UUID subject,
            @Parameter(description = "Only staff are to see it") @RequestParam(defaultValue = "false") boolean internal,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1, max = 255) @Nullable String key,
            UriComponentsBuilder uri) {
        if (file == null) {
            throw new DocumentRefused.Invalid("/file", "Send the file as multipart/form-data, in the part file");
        }
        Document attached =
                documents.attach(member, SentFiles.toDocument(file, new Subject(kind, subject), internal, key));
        return ResponseEntity.created(uri.path("/api/v1/documents/{id}").build(attached.id()))
                .body(DocumentView.of(attached));
    }

    @Operation(
            summary = "The files of one thing, the newest first",
            description = "Without `subject_id` all that the business has, for its administrators.")
    @GetMapping
    @Allow(Allow.MEMBERS)
    Page<DocumentView> list(
            CurrentMember member,
            @RequestParam(name = "subject_kind", defaultValue = "service-request") @Size(max = 40) String kind,
            @RequestParam(name = "subject_id", required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Cursor from = cursor == null ? Cursor.newest() : cursor;
        Page<Document> page = subject == null
                ? documents.all(member, from, limit)
                : documents.list(member, new Subject(kind, subject), from, limit);
        return page.map(DocumentView::of);
    }

    @Operation(summary = "What is known of one file")
    @GetMapping("/{id}")
    @Allow(Allow.MEMBERS)
    DocumentView show(CurrentMember member, @PathVariable UUID id) {
        return DocumentView.of(documents.find(member, new DocumentId(id)));
    }

    @Operation(summary = "What is in it", description = "To be saved; takes `Range`.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{id}/content")
    @Allow(Allow.MEMBERS)
    ResponseEntity<Resource> content(CurrentMember member, @PathVariable UUID id) {
        return Serving.saved(documents.content(member, new DocumentId(id)));
    }

    @Operation(summary = "A small picture of it, if it is one")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{id}/thumbnail")
    @Allow(Allow.MEMBERS)
    ResponseEntity<Resource> thumbnail(CurrentMember member, @PathVariable UUID id) {
        return Serving.shown(documents.thumbnail(member, new DocumentId(id)));
    }

    /** To be opened by whoever has it, without a token. */
    record Link(URI url, Instant expiresAt) {}

    @Operation(
            summary = "A link to its content that needs no token",
            description = "It opens for five minutes, and only as long as the caller may see the file.")
    @ApiResponse(responseCode = "201")
    @PostMapping("/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Allow.MEMBERS)
    Link link(CurrentMember member, @PathVariable UUID id) {
        Documents.Link link = documents.link(member, new DocumentId(id));
        return new Link(links.tenant(tenants.current(), "/documents/shared/" + link.secret()), link.until());
    }

    @Operation(summary = "Take a file away", description = "One's own; staff any. Its content is gone for good.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Allow.MEMBERS)
    void remove(CurrentMember member, @PathVariable UUID id) {
        documents.remove(member, new DocumentId(id));
    }
}
