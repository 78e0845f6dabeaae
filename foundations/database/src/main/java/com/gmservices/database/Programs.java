package com.gmservices.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs of one PostgreSQL, and how they are run. */
record Programs(Path folder, Guise guise) {

    private static final Logger log = LoggerFactory.getLogger(Programs.class);

    /** Unpacked once per user, or else beside the data. */
    static Programs of(Archive archive, Path data) throws IOException {
        Guise guise = Guise.fitting();
        if (guise.readsWhatWeRead() && cache().isAbsolute()) {
            try {
                return new Programs(archive.unpackedIn(cache().resolve("gm-services")), guise);
            } catch (IOException e) {
                log.debug("no programs in {}", cache(), e);
            }
        }
        return new Programs(archive.unpackedIn(data.resolve("programs")), guise);
    }

    private static Path cache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    }

    /** {@code 18}, as its bootstrap file and the data folders that it makes have it. */
    String version() throws IOException {
        try (var lines = Files.lines(folder.resolve("share/postgresql/postgres.bki"))) {
            return lines.findFirst().orElse("").replaceAll("\\D", "");
        }
    }

    /** Runs to its end and tells whether it went well; what it says goes to the log file. */
    boolean run(Path output, String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(guise.command());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        if (!Files.exists(output)) {
            guise.give(Files.createFile(output));
        }
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
