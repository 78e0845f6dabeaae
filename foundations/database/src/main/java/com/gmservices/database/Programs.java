package com.gmservices.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs of one PostgreSQL, and how they are run. */
record Programs(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(Programs.class);

    /** Root stays root on disk, but PostgreSQL, which refuses root, sees nobody. */
    private static final List<String> AS_NOBODY = List.of("unshare", "-U");

    /** Unpacked once per user; a user without a home gets them beside the data. */
    static Programs of(Archive archive, Path data) throws IOException {
        for (Path home : home().stream().toList()) {
            try {
                return new Programs(archive.unpackedIn(home.resolve("gm-services")));
            } catch (IOException e) {
                log.debug("no programs in {}", home, e);
            }
        }
        return new Programs(archive.unpackedIn(data.resolve("programs")));
    }

    private static Optional<Path> home() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return cache == null || cache.isBlank()
                ? Optional.of(Path.of(System.getProperty("user.home"), ".cache"))
                : Optional.of(Path.of(cache));
    }

    /** {@code 18}, as its bootstrap file and the data folders that it makes have it. */
    String version() throws IOException {
        try (var lines = Files.lines(folder.resolve("share/postgresql/postgres.bki"))) {
            return lines.findFirst().orElse("").replaceAll("\\D", "");
        }
    }

    /** Runs to its end and tells whether it went well; what it says goes to the log file. */
    boolean run(Path output, String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (new UnixSystem().getUid() == 0) {
            command.addAll(AS_NOBODY);
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
