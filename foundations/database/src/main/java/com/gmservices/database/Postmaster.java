package com.gmservices.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the server of a data folder up, whatever became of the one before it, and down again. To be used under the
 * folder's lock only, for it takes every process of PostgreSQL in there for one that lost whoever started it.
 */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** One level below, refused statements are written with the values that they were refused for. */
    private static final String NO_PERSONAL_DATA = "log";

    private final DataFolder folder;
    private final Programs programs;
    private final Durability durability;
    private final Occupants occupants;
    private volatile @Nullable ProcessHandle process;

    Postmaster(DataFolder folder, Programs programs, Durability durability) {
        this.folder = folder;
        this.programs = programs;
        this.durability = durability;
        this.occupants = new Occupants(folder.cluster());
    }

    boolean isRunning() {
        ProcessHandle started = process;
        return started != null && Occupants.isPostgres(started);
    }

    void start(int port) throws IOException {
        long logged = folder.logged();
        var patience = Patience.of(PATIENCE);
        while (!comesUp(port)) {
            if (!patience.lasts()) {
                throw new CannotStart("PostgreSQL does not start (%s): see %s."
                        .formatted(folder.complaintAfter(logged), folder.log()));
            }
        }
        process = occupants.server().orElse(null);
    }

    private boolean comesUp(int port) throws IOException {
        clearTheWay();
        return control("start", "-t", "600", "-l", folder.log().toString(), "-o", options(port));
    }

    private String options(int port) {
        return """
                -c port=%1$d
                -c listen_addresses=127.0.0.1
                -c unix_socket_directories=.
                -c max_connections=100
                -c shared_buffers=128MB
                -c jit=off
                -c timezone=UTC
                -c log_timezone=UTC
                -c log_checkpoints=off
                -c log_min_messages=%3$s
                -c fsync=%2$s
                -c synchronous_commit=%2$s
                -c full_page_writes=%2$s
                """.formatted(port, durability.waiting, NO_PERSONAL_DATA).replace('\n', ' ');
    }

    /**
     * A server is asked to stop. What a killed server left would hold on to the shared memory and is ended. When
     * nobody is left the pid files mean nothing, though their number may be some other program's by now.
     */
    void clearTheWay() throws IOException {
        if (occupants.server().filter(occupants.all()::contains).isPresent()) {
            control("stop", "-t", "30", "-m", durability.shutdown);
        }
        var patience = Patience.of(PATIENCE);
        for (var left = occupants.all(); !left.isEmpty(); left = occupants.all()) {
            left.forEach(ProcessHandle::destroyForcibly);
            if (!patience.lasts()) {
                throw new CannotStart("Processes of PostgreSQL in %s do not end: %s.".formatted(folder.path(), left));
            }
        }
        for (Path file : occupants.pidFiles()) {
            Files.deleteIfExists(file);
        }
    }

    void stop() throws IOException {
        process = null;
        if (!control("stop", "-t", "60", "-m", durability.shutdown)) {
            clearTheWay();
        }
    }

    private boolean control(String action, String... options) throws IOException {
        var arguments =
                new ArrayList<>(List.of(action, "-w", "-D", folder.cluster().toString()));
        arguments.addAll(List.of(options));
        return programs.run(folder.log(), "pg_ctl", arguments);
    }
}
