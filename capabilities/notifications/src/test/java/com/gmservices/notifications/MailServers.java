package com.gmservices.notifications;

import com.gmservices.notifications.mail.MailSettings;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mail servers of all kinds, and what has arrived. */
public final class MailServers {

    private MailServers() {}

    public static GreenMail friendly() {
        return onPort(0);
    }

    public static GreenMail onPort(int port) {
        var server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MailSettings at(int port) {
        return new MailSettings("localhost", port, null, null, "no-reply@gm.example");
    }

    public static List<MimeMessage> arrivedFor(GreenMail server, String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(recipient);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /** Says no to every recipient, in these words. */
    public static ServerSocket refusing(String answer) throws IOException {
        return answering("RCPT", answer);
    }

    /** Takes a mail in and answers in these words, or, without any, hangs up. */
    public static ServerSocket answeringData(@Nullable String answer) throws IOException {
        return answering(".", answer);
    }

    private static ServerSocket answering(String command, @Nullable String answer) throws IOException {
        var server = new ServerSocket(0, 10, InetAddress.getByName("localhost"));
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket caller = server.accept()) {
                    converse(caller, command, answer);
                } catch (IOException e) {
                    // The test has closed the server, or the caller has hung up.
                }
            }
        });
        return server;
    }

    private static void converse(Socket caller, String command, @Nullable String answer) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        say(caller, "220 moody.example");
        boolean isData = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(command) || (!isData && line.startsWith(command + " "))) {
                if (answer == null) {
                    return;
                }
                isData = false;
                say(caller, answer);
            } else if (line.equals("DATA")) {
                isData = true;
                say(caller, "354 go on");
            } else if (!isData) {
                say(caller, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }
}
