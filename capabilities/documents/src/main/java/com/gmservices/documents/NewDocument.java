package com.gmservices.documents;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to hang on something.
 *
 * @param name as it was sent
 * @param internal whether only staff are to see it
 * @param once a second one that the same sender has named so is the first
 */
public record NewDocument(
        Subject subject,
        @Nullable String name,
        boolean internal,
        @Nullable String once,
        Content content) {

    /** Moves or copies the content to a path where nothing is yet. */
    @FunctionalInterface
    public interface Content {
        void moveTo(Path target) throws IOException;
    }
}
