package com.gmservices.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A connected socket of the file system, as far as PostgreSQL's driver uses one. It ends when a reader is interrupted. */
final class LocalSocket extends Socket {

    private static final @Nullable SocketImpl NONE = null;

    private final SocketChannel channel;
    private final InputStream in;
    private volatile int patience;

    private LocalSocket(SocketChannel channel) throws SocketException {
        super(NONE);
        this.channel = channel;
        this.in = new Answers(Channels.newInputStream(channel));
    }

    static LocalSocket at(UnixDomainSocketAddress address) throws IOException {
        return new LocalSocket(SocketChannel.open(address));
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public void setSoTimeout(int millis) {
        patience = millis;
    }

    @Override
    public int getSoTimeout() {
        return patience;
    }

    /** Nothing is held back here. */
    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    /** Whoever dies is noticed at once. */
    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public boolean getKeepAlive() {
        return false;
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        return size(StandardSocketOptions.SO_SNDBUF);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return size(StandardSocketOptions.SO_RCVBUF);
    }

    private int size(SocketOption<Integer> buffer) throws SocketException {
        try {
            return channel.getOption(buffer);
        } catch (IOException e) {
            throw new SocketException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Answers extends InputStream {

        private final InputStream coming;

        Answers(InputStream coming) {
            this.coming = coming;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return patience == 0 ? coming.read(into, from, length) : readInTime(into, from, length);
        }

        /** Seldom: the driver is patient but for asking whether the other side is there. */
        private int readInTime(byte[] into, int from, int length) throws IOException {
            channel.configureBlocking(false);
            try (Selector selector = Selector.open()) {
                channel.register(selector, SelectionKey.OP_READ);
                if (selector.select(patience) == 0) {
                    throw new SocketTimeoutException("Nothing came within %d ms".formatted(patience));
                }
                return channel.read(ByteBuffer.wrap(into, from, length));
            } finally {
                if (channel.isOpen()) {
                    channel.configureBlocking(true);
                }
            }
        }
    }
}
