package com.gmservices.vault;

import com.gmservices.database.CannotStart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Read again when it changes, so that a new key needs no restart; when it goes away, what was read last goes on. */
final class MasterKeyFile implements MasterKeys {

    private static final Logger log = LoggerFactory.getLogger(MasterKeyFile.class);

    private final Path path;
    private Contents contents;

    private record Contents(@Nullable FileTime writtenAt, List<MasterKey> keys) {}

    MasterKeyFile(Path path) {
        this.path = path;
        try {
            this.contents = read();
        } catch (IOException e) {
            throw new CannotStart("The master key file %s cannot be read: %s".formatted(path, e), e);
        }
    }

    /** Makes the file, for its owner only, and on the disk before anything is wrapped by it. False if it was there. */
    static boolean make(Path path) {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createDirectories(path.getParent());
            Path fresh = Files.createTempFile(path.getParent(), "master", ".new", ownerOnly);
            try {
                try (var channel = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE))) {
                    channel.write(ByteBuffer.wrap((MasterKey.generated() + "\n").getBytes(StandardCharsets.US_ASCII)));
                    channel.force(true);
                }
                Files.createLink(path, fresh);
            } finally {
                Files.delete(fresh);
            }
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new CannotStart("The master key file %s cannot be made: %s".formatted(path, e), e);
        }
    }

    @Override
    public synchronized List<MasterKey> all() {
        try {
            if (!Files.getLastModifiedTime(path).equals(contents.writtenAt)) {
                contents = read();
            }
        } catch (IOException | CannotStart e) {
            log.error("The master key file {} cannot be read; the keys that were read before go on", path, e);
        }
        return contents.keys;
    }

    private Contents read() throws IOException {
        FileTime writtenAt = Files.getLastModifiedTime(path);
        return new Contents(writtenAt, MasterKeys.read(Files.readString(path), "What stands in " + path));
    }
}
