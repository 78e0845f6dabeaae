package com.gmservices.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files on this node's disk that have come or are coming, and are not checked yet. They outlive the process. */
@Component
class Incoming {

    private static final int PIECE = 64 * 1024;

    private final Path folder;

    Incoming(@Value("${gm.data:data}") Path data) {
        Path root = data.toAbsolutePath().resolve("documents");
        this.folder = root.resolve("incoming");
        try {
            Files.createDirectories(folder);
            Scratch.readableByUsOnly(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(DocumentId id) {
        return folder.resolve(id.toString());
    }

    boolean has(DocumentId id) {
        return Files.exists(path(id));
    }

    /** How much of it has arrived. */
    long size(DocumentId id) throws IOException {
        return has(id) ? Files.size(path(id)) : 0;
    }

    /**
     * Adds what comes to what is there. What was written stays written when the connection breaks, so that the sender
     * goes on from it; of two who write at once one is turned back.
     *
     * @return how much is there now
     * @throws DocumentRefused.WrongOffset when it does not go on there, or somebody else is writing
     * @throws DocumentRefused.NotAsAnnounced when more comes than was announced
     */
    long append(DocumentId id, long offset, InputStream more, long announced) throws IOException {
        try (FileChannel file = FileChannel.open(path(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            try (var lock = file.tryLock()) {
                if (lock == null || file.size() != offset) {
                    throw new DocumentRefused.WrongOffset(file.size());
                }
                file.position(offset);
                copy(more, file, announced);
                return file.size();
            } catch (OverlappingFileLockException _) {
                throw new DocumentRefused.WrongOffset(file.size());
            } finally {
                file.force(true);
            }
        }
    }

    private static void copy(InputStream more, FileChannel file, long announced) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = more.read(piece); read >= 0; read = more.read(piece)) {
            if (file.position() + read > announced) {
                throw new DocumentRefused.NotAsAnnounced(
                        "More has come than the %d bytes that were announced".formatted(announced));
            }
            ByteBuffer bytes = ByteBuffer.wrap(piece, 0, read);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
    }

    void delete(DocumentId id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** Those that nobody has added to since. */
    List<DocumentId> untouchedSince(Instant then) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOlder(file, then))
                    .map(file ->
                            new DocumentId(UUID.fromString(file.getFileName().toString())))
                    .toList();
        }
    }

    private static boolean isOlder(Path file, Instant then) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(then);
        } catch (IOException _) {
            return false;
        }
    }
}
