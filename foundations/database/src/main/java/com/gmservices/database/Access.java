package com.gmservices.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The port and the passwords of one folder's server: chosen once, kept in a file that only its owner can read. */
record Access(DataFolder folder, int port, String superuser, String owner, String app, String platform) {

    private static final RandomGenerator RANDOM = new SecureRandom();

    /** Below the ports that systems hand to outgoing connections, which could take a kept one at any time. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;

    static Access generated(DataFolder folder) {
        return new Access(folder, freePort(), password(), password(), password(), password());
    }

    static Optional<Access> keptIn(DataFolder folder) throws IOException {
        Path file = folder.access();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        return Optional.of(new Access(
                folder,
                Integer.parseInt(kept.getProperty("port")),
                kept.getProperty("postgres"),
                kept.getProperty("gm_owner"),
                kept.getProperty("gm_app"),
                kept.getProperty("gm_platform")));
    }

    /** Renamed into place when it is on the disk, for without it the data are out of reach. */
    void keep() throws IOException {
        Path file = folder.access();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            Channels.newOutputStream(channel).write(text().getBytes(UTF_8));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String text() {
        return """
                port=%d
                postgres=%s
                gm_owner=%s
                gm_app=%s
                gm_platform=%s
                """.formatted(port, superuser, owner, app, platform);
    }

    Access onAnotherPort() {
        return new Access(folder, freePort(), superuser, owner, app, platform);
    }

    boolean portIsFree() {
        return isFree(port);
    }

    DatabaseLogin login() {
        return new DatabaseLogin(
                url("gm"),
                new DatabaseLogin.Role("gm_owner", owner),
                new DatabaseLogin.Role("gm_app", app),
                new DatabaseLogin.Role("gm_platform", platform));
    }

    /** By way of the file system, and of the port where that does not lead there. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?socketFactory=%s&socketFactoryArg=%s"
                .formatted(
                        port,
                        database,
                        LocalSockets.class.getName(),
                        URLEncoder.encode(folder.socket(port).toString(), UTF_8));
    }

    private static int freePort() {
        return RANDOM.ints(LOWEST_PORT, HIGHEST_PORT)
                .filter(Access::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static String password() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
