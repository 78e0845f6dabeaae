package com.gmservices.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes of PostgreSQL that work in a data folder, whoever started them: a server, or what a killed one left
 * behind. A pid file alone proves nothing: its process may be a zombie, or by now another program.
 */
record Occupants(Path cluster) {

    private static final Path PROC = Path.of("/proc");

    List<ProcessHandle> all() {
        Stream<ProcessHandle> candidates = Files.isDirectory(PROC.resolve("self")) ? worksHere() : server().stream();
        return candidates.filter(Occupants::isPostgres).toList();
    }

    private Stream<ProcessHandle> worksHere() {
        try {
            Path here = cluster.toRealPath();
            return ProcessHandle.allProcesses().filter(process -> worksIn(here, process));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Where we may not see in which folder it works, as root in a container may not, a server still names it. */
    private boolean worksIn(Path here, ProcessHandle process) {
        try {
            return Files.readSymbolicLink(PROC.resolve(process.pid() + "/cwd")).equals(here);
        } catch (IOException e) {
            return process.info().arguments().map(List::of).orElse(List.of()).contains(cluster.toString());
        }
    }

    /** Whom the pid file names, if it is there. */
    Optional<ProcessHandle> server() {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst().map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    /** That one and those beside the sockets. */
    List<Path> pidFiles() throws IOException {
        if (!Files.isDirectory(cluster)) {
            return List.of();
        }
        try (var files = Files.list(cluster)) {
            return files.filter(file -> file.equals(pidFile())
                            || file.getFileName().toString().matches("\\.s\\.PGSQL\\.\\d+\\.lock"))
                    .toList();
        }
    }

    /** A zombie has neither program nor command line any more. */
    static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .or(process.info()::commandLine)
                        .filter(command -> command.contains("/bin/postgres"))
                        .isPresent();
    }
}
