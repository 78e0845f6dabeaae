package com.gmservices.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL as zonky packs it for Maven Central: {@code initdb}, {@code pg_ctl} and {@code postgres} in one file. */
record Archive(URL file) {

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    /** The one on the class path that fits this machine. */
    static Archive forThisMachine() {
        return packedIn("");
    }

    static Archive packedIn(String folder) {
        String name = folder + "postgres-%s-%s.txz".formatted(system(), processor());
        URL file = Archive.class.getClassLoader().getResource(name);
        if (file == null) {
            throw new CannotStart(
                    "No PostgreSQL is packed for this machine (%s): build GM Services on it, or name one with GM_DATABASE_URL."
                            .formatted(name));
        }
        return new Archive(file);
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
    }

    /** Unpacked beside and renamed, so that nobody meets a folder that is half filled; another may have been faster. */
    Path unpackedIn(Path parent) throws IOException {
        Path folder = parent.resolve("postgres-" + fingerprint());
        if (isWhole(folder)) {
            return folder;
        }
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "unpacking-");
        try {
            unpack(fresh);
            Files.setPosixFilePermissions(fresh, EXECUTABLE);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!isWhole(folder)) {
                throw e;
            }
        } finally {
            FileSystemUtils.deleteRecursively(fresh);
        }
        return folder;
    }

    private static boolean isWhole(Path folder) {
        return Files.exists(folder.resolve("bin/postgres"));
    }

    private String fingerprint() throws IOException {
        URLConnection connection = file.openConnection();
        long mark =
                connection instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : connection.getLastModified();
        return "%x-%x".formatted(connection.getContentLengthLong(), mark);
    }

    private void unpack(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(file.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, EXECUTABLE);
                    }
                }
            }
        }
    }
}
