package com.gmservices.documents;

import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.FileKeys.FileKey;
import com.gmservices.documents.Scratch.Sheet;
import com.gmservices.documents.store.FileStore;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The store, with everything in it encrypted. */
@Component
class Strongroom {

    private static final Logger log = LoggerFactory.getLogger(Strongroom.class);

    private final FileStore store;
    private final FileKeys keys;
    private final Scratch scratch;
    private final Clock clock;

    Strongroom(FileStore store, FileKeys keys, Scratch scratch, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.scratch = scratch;
        this.clock = clock;
    }

    static String folder(TenantId tenant) {
        return "t/%s/".formatted(tenant);
    }

    /** @return under which key of the store it lies from now on */
    String put(Row row, Path plain) throws IOException {
        String storedKey =
                folder(row.tenant()) + clock.instant().atZone(ZoneOffset.UTC).getYear() + "/" + UUID.randomUUID();
        try (Sheet encrypted = scratch.sheet()) {
            key(row).encrypt(plain, encrypted.path(), storedKey);
            store.put(storedKey, encrypted.path());
        }
        return storedKey;
    }

    /** Opens one of a document's files; it can be read from any place on. */
    SeekableByteChannel open(Row row, String storedKey) throws IOException {
        SeekableByteChannel encrypted = store.open(storedKey);
        try {
            return key(row).decrypt(encrypted, storedKey);
        } catch (IOException | RuntimeException e) {
            encrypted.close();
            throw e;
        }
    }

    void copy(Row row, String storedKey, Path target) throws IOException {
        try (SeekableByteChannel content = open(row, storedKey);
                OutputStream out = Files.newOutputStream(target)) {
            Channels.newInputStream(content).transferTo(out);
        }
    }

    /** What is left of it when this fails is swept. */
    void discard(Collection<String> storedKeys) {
        for (String storedKey : storedKeys) {
            try {
                store.delete(storedKey);
            } catch (IOException | RuntimeException e) {
                log.warn("{} could not be deleted and is left to be swept", storedKey, e);
            }
        }
    }

    private FileKey key(Row row) {
        return keys.of(row.tenant(), row.id(), row.key());
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
