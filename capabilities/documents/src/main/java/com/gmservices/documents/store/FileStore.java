package com.gmservices.documents.store;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps files under keys of ours: small letters, digits, hyphens and slashes, never a user's text. A key is written once.
 */
public interface FileStore {

    /** Whole or not at all, and there for good when this returns. The file may be moved away. */
    void put(String key, Path file) throws IOException;

    /** @throws NoSuchFileException when there is nothing */
    SeekableByteChannel open(String key) throws IOException;

    /** Deleting twice is deleting once. */
    void delete(String key) throws IOException;

    /** What lies under a prefix that ends with a slash, in the order of the keys, behind one of them. */
    List<Kept> list(String prefix, String after, int limit) throws IOException;

    /** Where a client sends a file by itself, if the store has such an address. */
    Optional<Door> door(String key, Announced file, Duration open);

    record Kept(String key, long size, Instant at) {}

    /** @param sha256 of the content, 32 bytes */
    record Announced(long size, byte[] sha256, String mediaType) {}

    /** Opens for one file of that size and that content. */
    record Door(URI address, String method, Map<String, String> headers) {

        public Door {
            headers = Map.copyOf(headers);
        }
    }
}
