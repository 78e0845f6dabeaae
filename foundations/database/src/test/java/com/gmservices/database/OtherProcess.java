package com.gmservices.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program of its own that serves a data folder until it is killed: a lock can be lost in no other way. */
final class OtherProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    static OtherProcess serving(Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        for (String line = ""; !line.equals(READY); ) {
            line = process.inputReader().readLine();
            if (line == null) {
                throw new IOException("The other process did not start");
            }
        }
        return new OtherProcess(process);
    }

    static void main(String[] arguments) throws InterruptedException {
        DatabaseServer.durable(Path.of(arguments[0]));
        System.out.println(READY);
        Thread.currentThread().join();
    }

    /** As {@code kill -9} does it: PostgreSQL is told nothing. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
