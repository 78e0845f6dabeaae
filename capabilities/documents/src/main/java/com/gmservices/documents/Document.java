package com.gmservices.documents;

import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file and what is known of it.
 *
 * @param internal whether only staff see it
 * @param size in bytes, as it is handed out
 * @param sha256 of what is handed out, in hexadecimal
 * @param picture its measures, if it is one
 * @param thumbnail whether there is a small picture of it
 * @param reason why it was refused
 * @param owner whose thing it hangs on; null for what belongs to nobody
 * @param uploadedBy null for what the platform itself has made
 */
public record Document(
        DocumentId id,
        Subject subject,
        boolean internal,
        String name,
        String mediaType,
        long size,
        String sha256,
        DocumentState state,
        @Nullable Measures picture,
        boolean thumbnail,
        @Nullable String reason,
        @Nullable MemberId owner,
        @Nullable MemberId uploadedBy,
        int revision,
        Instant createdAt) {

    /** In pixels. */
    public record Measures(int width, int height) {}

    Document checked(DocumentState state, FileKind kind, FileName name, long size, String sha256) {
        return new Document(
                id,
                subject,
                internal,
                name.with(kind).toString(),
                kind.mediaType(),
                size,
                sha256,
                state,
                picture,
                thumbnail,
                null,
                owner,
                uploadedBy,
                revision,
                createdAt);
    }

    Document drawn(Measures measures) {
        return new Document(
                id,
                subject,
                internal,
                name,
                mediaType,
                size,
                sha256,
                state,
                measures,
                true,
                reason,
                owner,
                uploadedBy,
                revision,
                createdAt);
    }

    /** What a browser draws without running anything in it; all else is saved. */
    public boolean isShown() {
        return picture != null || mediaType.equals("application/pdf");
    }
}
