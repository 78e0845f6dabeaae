package com.gmservices.documents.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.documents.Document;
import com.gmservices.documents.DocumentId;
import com.gmservices.documents.DocumentState;
import com.gmservices.tenancy.MemberId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file as the API tells of it. */
@Schema(name = "Document")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentView(
        DocumentId id,
        @Schema(example = "service-request") String subjectKind,
        UUID subjectId,

        @Schema(example = "Bumper.jpg", description = "Without paths and what does not show")
        String name,

        @Schema(description = "Judged by the content", example = "image/jpeg")
        String mediaType,

        @Schema(description = "In bytes, as it is handed out", example = "482133")
        long size,

        @Schema(description = "Of what is handed out, in hexadecimal")
        String sha256,

        @Schema(
                description = "Only what is `clean`, or `skipped` because no scanner is set, is handed out",
                example = "clean")
        DocumentState state,

        @Schema(description = "Why it was not taken", example = "file-content") @Nullable
        String reason,

        @Schema(description = "Only staff see it") boolean internal,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable MemberId uploadedBy,
        Instant createdAt) {

    static DocumentView of(Document document) {
        Document.Measures picture = document.picture();
        return new DocumentView(
                document.id(),
                document.subject().kind(),
                document.subject().id(),
                document.name(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                document.state(),
                document.reason(),
                document.internal(),
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                document.uploadedBy(),
                document.createdAt());
    }
}
