package com.gmservices.documents;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * What is in a document, or in the small picture of it.
 *
 * @param size in bytes
 */
public record Content(Document document, String name, String mediaType, long size, String tag, Opening opening) {

    /** Each time from the beginning, for whoever closes it. */
    @FunctionalInterface
    public interface Opening {
        SeekableByteChannel open() throws IOException;
    }
}
