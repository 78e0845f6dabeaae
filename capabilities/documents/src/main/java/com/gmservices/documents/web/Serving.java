package com.gmservices.documents.web;

import com.gmservices.documents.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Hands a file out so that a browser draws it or saves it and runs nothing in it. Ranges are answered by Spring, which
 * reads from the place on that is asked for.
 */
final class Serving {

    private static final Duration KEPT = Duration.ofHours(1);

    /** Nothing runs and nothing is loaded, wherever the file is opened. */
    private static final String SANDBOX =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; frame-ancestors 'none'";

    /** A browser's own reader of PDF does not open in a sandbox; scripts in a PDF never have the rights of our pages. */
    private static final String PDF =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private Serving() {}

    /** As an attachment, to be saved. */
    static ResponseEntity<Resource> saved(Content content) {
        return answer(content, false);
    }

    /** Drawn in the browser where that does no harm: pictures, which we have drawn ourselves, and PDF. */
    static ResponseEntity<Resource> shown(Content content) {
        return answer(content, content.document().isShown());
    }

    private static ResponseEntity<Resource> answer(Content content, boolean shown) {
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(content.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .eTag('"' + content.tag() + '"')
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate().noTransform())
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", content.mediaType().equals("application/pdf") ? PDF : SANDBOX)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .body(new Opened(content));
    }

    private static final class Opened extends AbstractResource {

        private final Content content;

        Opened(Content content) {
            this.content = content;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Channels.newInputStream(content.opening().open());
        }

        @Override
        public long contentLength() {
            return content.size();
        }

        @Override
        public long lastModified() {
            return content.document().createdAt().toEpochMilli();
        }

        @Override
        public String getDescription() {
            return "document " + content.document().id();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Opened opened && opened.content.tag().equals(content.tag());
        }

        @Override
        public int hashCode() {
            return content.tag().hashCode();
        }
    }
}
