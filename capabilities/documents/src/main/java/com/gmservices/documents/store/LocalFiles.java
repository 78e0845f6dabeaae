package com.gmservices.documents.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Files on this machine's disk. A file has its name only once it is whole and written through. */
final class LocalFiles implements FileStore {

    private final Path root;

    LocalFiles(Path root) {
        this.root = root;
    }

    @Override
    public void put(String key, Path file) throws IOException {
        Path target = path(key);
        Path folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Path beside = target.resolveSibling(target.getFileName() + ".part");
            Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
            force(beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        }
        // The folder holds the name: without this a power cut may take it back.
        force(folder);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public SeekableByteChannel open(String key) throws IOException {
        return FileChannel.open(path(key), StandardOpenOption.READ);
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public List<Kept> list(String prefix, String after, int limit) throws IOException {
        Path folder = path(prefix);
        List<String> keys;
        try (Stream<Path> files = Files.walk(folder)) {
            keys = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(key -> key.compareTo(after) > 0)
                    .sorted()
                    .limit(limit)
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
        var kept = new ArrayList<Kept>();
        for (String key : keys) {
            Path file = root.resolve(key);
            kept.add(new Kept(
                    key, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        }
        return kept;
    }

    /** The platform takes uploads itself. */
    @Override
    public Optional<Door> door(String key, Announced file, Duration open) {
        return Optional.empty();
    }

    private Path path(String key) {
        return root.resolve(Keys.checked(key));
    }
}
