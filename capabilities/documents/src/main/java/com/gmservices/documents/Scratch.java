package com.gmservices.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where files lie on this node's disk while they are worked on. What a process has left there when it died is nobody's:
 * the next one, which alone holds the data folder, begins with an empty one.
 */
@Component
class Scratch {

    private final Path folder;

    Scratch(@Value("${gm.data:data}") Path data) {
        Path root = data.toAbsolutePath().resolve("documents");
        this.folder = root.resolve("scratch");
        try {
            Files.createDirectories(folder);
            readableByUsOnly(root);
            try (Stream<Path> left = Files.list(folder)) {
                left.forEach(Scratch::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void readableByUsOnly(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path folder() {
        return folder;
    }

    /** A new file, which is gone when this is closed unless somebody has moved it away. */
    Sheet sheet() throws IOException {
        return new Sheet(Files.createTempFile(folder, "sheet", ""));
    }

    record Sheet(Path path) implements AutoCloseable {

        @Override
        public void close() {
            delete(path);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (NoSuchFileException _) {
            // Somebody was quicker.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
