package com.gmservices.documents;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** As clamd(8) has it: takes INSTREAM, finds the EICAR test file, and has had enough at its limit. */
final class Clamd implements AutoCloseable {

    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    static final int MOST = 500_000;

    private final ServerSocket door;

    Clamd() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "localhost:" + door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                answer(new DataInputStream(caller.getInputStream()), caller);
            } catch (IOException _) {
                // The next one may be luckier.
            }
        }
    }

    private static void answer(DataInputStream in, Socket caller) throws IOException {
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            say(caller, "UNKNOWN COMMAND");
            return;
        }
        var all = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            all.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            if (all.length() > MOST) {
                say(caller, "INSTREAM size limit exceeded. ERROR");
                return;
            }
        }
        say(caller, all.indexOf(EICAR) >= 0 ? "stream: Eicar-Signature FOUND" : "stream: OK");
    }

    private static void say(Socket caller, String answer) throws IOException {
        caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
