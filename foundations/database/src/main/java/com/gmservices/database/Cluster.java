package com.gmservices.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The files of a server's databases: made once, under another name until they are whole. */
record Cluster(DataFolder folder, Programs programs) {

    Access opened(Durability durability) throws IOException {
        if (durability == Durability.DISPOSABLE) {
            FileSystemUtils.deleteRecursively(folder.cluster());
        }
        var kept = Access.keptIn(folder);
        if (!Files.exists(folder.cluster())) {
            Access access = kept.orElseGet(() -> Access.generated(folder));
            access.keep();
            create(durability, access);
            return access;
        }
        checkOwner();
        checkVersion();
        return kept.orElseThrow(() -> new CannotStart(
                "%s is missing, and with it the passwords of the database beside it: put it back, or choose another data folder with GM_DATA."
                        .formatted(folder.access())));
    }

    private void create(Durability durability, Access access) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Path fresh = folder.path().resolve("postgres.new");
        FileSystemUtils.deleteRecursively(fresh);
        programs.guise().give(Files.createDirectory(fresh, ownerOnly));
        Path password = Files.createTempFile(folder.path(), "postgres", ".password");
        try {
            Files.writeString(password, access.superuser());
            programs.guise().give(password);
            fill(fresh, password, durability);
        } finally {
            Files.delete(password);
        }
        Files.move(fresh, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void fill(Path fresh, Path password, Durability durability) throws IOException {
        var options = new ArrayList<>(List.of(
                "--pgdata=" + fresh,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--username=postgres",
                "--encoding=UTF8",
                durability.initOption));
        options.addAll(localeOptions());
        long logged = folder.logged();
        if (!programs.run(folder.log(), "initdb", options)) {
            throw new CannotStart("No database can be made in %s (%s): see %s."
                    .formatted(folder.path(), folder.complaintAfter(logged), folder.log()));
        }
    }

    /** From 17 on the rules of order come with PostgreSQL and not with the system, which may change them under an index. */
    private List<String> localeOptions() throws IOException {
        return Integer.parseInt(programs.version()) >= 17
                ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                : List.of("--locale=C.UTF-8");
    }

    private void checkOwner() throws IOException {
        if (!programs.guise().owns(folder.cluster())) {
            throw new CannotStart(
                    "The data in %s belong to %s: start as that user, or choose another folder with GM_DATA."
                            .formatted(
                                    folder.path(),
                                    Files.getOwner(folder.cluster()).getName()));
        }
    }

    private void checkVersion() throws IOException {
        String version =
                Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(programs.version())) {
            throw new CannotStart(
                    "The data in %s are PostgreSQL %s's, and this is PostgreSQL %s: choose another data folder with GM_DATA."
                            .formatted(folder.path(), version, programs.version()));
        }
    }
}
