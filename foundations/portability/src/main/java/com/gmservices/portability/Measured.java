package com.gmservices.portability;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and digests what is read, and stops where it was said to; what is below stays open. */
final class Measured extends FilterInputStream {

    private final MessageDigest digest = ArchiveWriter.sha256();
    private final long most;
    private long size;

    Measured(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int some = in.read(bytes, from, length);
        if (some > 0) {
            size += some;
            if (size > most) {
                throw new PortabilityRefused.BadArchive(
                        "The export unpacks to more than any export would: it is not taken");
            }
            digest.update(bytes, from, some);
        }
        return some;
    }

    void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    long size() {
        return size;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {}
}
