package com.gmservices.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a server keeps what is its own. Whoever holds its lock may start, stop or clear away a server there. */
record DataFolder(Path path) {

    private static final Pattern COMPLAINT = Pattern.compile("(FATAL|PANIC|^initdb): +(error: +)?(?<reason>.+)");

    static DataFolder at(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            return new DataFolder(folder.toRealPath());
        } catch (IOException e) {
            throw cannotBeWritten(folder, e);
        }
    }

    /** The system frees the lock when the process dies, in whatever way. Nothing may open the file beside it. */
    Optional<FileLock> claim() {
        try {
            var channel = FileChannel.open(
                    path.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock;
        } catch (IOException e) {
            throw cannotBeWritten(path, e);
        }
    }

    FileLock claimed() {
        return claim().orElseThrow(() -> new CannotStart(
                "GM Services already runs on the data folder %s: stop it, or choose another with GM_DATA."
                        .formatted(path)));
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    /** The name is PostgreSQL's own. */
    Path socket(int port) {
        return cluster().resolve(".s.PGSQL." + port);
    }

    Path access() {
        return path.resolve("postgres.properties");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    /** How much PostgreSQL has said so far. */
    long logged() throws IOException {
        return Files.exists(log()) ? Files.size(log()) : 0;
    }

    /** Why PostgreSQL failed, as it said last and after that much. */
    String complaintAfter(long logged) throws IOException {
        try (var log = Files.newBufferedReader(log(), StandardCharsets.ISO_8859_1)) {
            log.skip(logged);
            return log.lines()
                    .map(COMPLAINT::matcher)
                    .filter(Matcher::find)
                    .map(complaint -> complaint.group("reason"))
                    .reduce((earlier, later) -> later)
                    .orElse("it does not say why");
        }
    }

    private static CannotStart cannotBeWritten(Path folder, IOException e) {
        String reason = switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "it is a file";
            case NoSuchFileException _ -> "it cannot be made";
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            default -> Objects.toString(e.getMessage(), e.toString());
        };
        return new CannotStart(
                "The data folder %s cannot be written (%s): choose another with GM_DATA.".formatted(folder, reason), e);
    }
}
