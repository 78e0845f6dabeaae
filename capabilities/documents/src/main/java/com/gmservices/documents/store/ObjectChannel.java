package com.gmservices.documents.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object that is read on from where one is, and asked for anew only when one goes elsewhere. */
final class ObjectChannel implements SeekableByteChannel {

    private static final int PIECE = 64 * 1024;

    private final Source source;
    private final long size;
    private long position;
    private long streamAt;
    private @Nullable ResponseInputStream<GetObjectResponse> stream;
    private boolean open = true;

    /** Opens the object at a byte. */
    @FunctionalInterface
    interface Source {
        ResponseInputStream<GetObjectResponse> from(long position) throws IOException;
    }

    ObjectChannel(Source source) throws IOException {
        this.source = source;
        ResponseInputStream<GetObjectResponse> whole = source.from(0);
        this.stream = whole;
        this.size = whole.response().contentLength();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        byte[] piece = new byte[Math.min(PIECE, target.remaining())];
        int read = here().read(piece);
        if (read < 0) {
            throw new IOException("An object ends before its end");
        }
        target.put(piece, 0, read);
        position += read;
        streamAt += read;
        return read;
    }

    private ResponseInputStream<GetObjectResponse> here() throws IOException {
        ResponseInputStream<GetObjectResponse> now = stream;
        if (now == null || streamAt != position) {
            leave();
            now = source.from(position);
            stream = now;
            streamAt = position;
        }
        return now;
    }

    /** The rest is not waited for. */
    private void leave() {
        if (stream != null) {
            stream.abort();
            stream = null;
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        leave();
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new UnsupportedOperationException("Written once, as a whole");
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new UnsupportedOperationException("Written once, as a whole");
    }
}
