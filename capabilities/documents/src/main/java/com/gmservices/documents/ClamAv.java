package com.gmservices.documents;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks clamd by INSTREAM: the file in chunks, each behind its length, and an empty one at the end (clamd(8)). */
final class ClamAv implements Scanner {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (?<what>.+) FOUND");

    private final String host;
    private final int port;

    /** @param address host:port */
    ClamAv(String address) {
        int colon = address.lastIndexOf(':');
        this.host = colon < 0 ? address : address.substring(0, colon);
        this.port = colon < 0 ? 3310 : Integer.parseInt(address.substring(colon + 1));
    }

    @Override
    public Verdict scan(Path file) throws IOException {
        try (var socket = new Socket();
                InputStream in = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            try {
                send(in, new DataOutputStream(socket.getOutputStream()));
            } catch (IOException e) {
                // Whoever has had too much says so and hangs up while we still send.
                return verdict(answer(socket), e);
            }
            return verdict(answer(socket), null);
        }
    }

    private static void send(InputStream in, DataOutputStream out) throws IOException {
        out.write(COMMAND);
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (read > 0) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(Socket socket) throws IOException {
        byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
        return new String(answer, StandardCharsets.US_ASCII).replace("\0", "").strip();
    }

    private static Verdict verdict(String answer, @Nullable IOException sending) throws IOException {
        if (answer.equals("stream: OK") && sending == null) {
            return new Verdict.Harmless(true);
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Verdict.Harmful(found.group("what"));
        }
        if (answer.contains("size limit exceeded")) {
            return new Verdict.TooLarge();
        }
        throw new IOException("clamd answered: " + answer, sending);
    }
}
