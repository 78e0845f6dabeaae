package com.gmservices.portability;

import com.gmservices.portability.Manifest.Item;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a ZIP, and keeps account of what is in it. */
final class ArchiveWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final List<Item> items = new ArrayList<>();

    ArchiveWriter(OutputStream to) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    }

    /** Writes an entry, and says how many rows it has. */
    @FunctionalInterface
    interface Content {
        @Nullable
        Long writeTo(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(zip);
        Long rows = content.writeTo(counted);
        zip.closeEntry();
        items.add(new Item(name, counted.size, HexFormat.of().formatHex(counted.digest.digest()), rows));
    }

    void add(String name, String text) throws IOException {
        add(name, out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return null;
        });
    }

    /** @throws IOException when it is not as long as was said */
    void addFile(String name, long size, InputStream content) throws IOException {
        add(name, out -> {
            long written = content.transferTo(out);
            if (written != size) {
                throw new IOException("The file %s has %d bytes, not %d".formatted(name, written, size));
            }
            return null;
        });
    }

    Manifest manifest() {
        return new Manifest(items);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** Leaves what is below open. */
    private static final class Counted extends FilterOutputStream {

        private final MessageDigest digest = sha256();
        private long size;

        private Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
