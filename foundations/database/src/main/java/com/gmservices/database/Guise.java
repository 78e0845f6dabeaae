package com.gmservices.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As whom PostgreSQL is run. It refuses root, and a user for whom the system has no name. */
enum Guise {
    OURSELVES(""),

    /** Sees itself as nobody, and is on the disk who we are. */
    NAMESPACE("unshare -U"),

    /** Where root may make no namespace, as in most containers: what PostgreSQL works with is given to nobody. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final int NOBODYS_ID = 65_534;

    private final String command;

    Guise(String command) {
        this.command = command;
    }

    static Guise fitting() {
        boolean root = new UnixSystem().getUid() == 0;
        if (!root && !System.getProperty("user.name").equals("?")) {
            return OURSELVES;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (root && NOBODY.works()) {
            return NOBODY;
        }
        throw new CannotStart("PostgreSQL does not run as this user, and here it cannot be run as another:"
                + " start as an ordinary user, or name a database with GM_DATABASE_URL.");
    }

    private boolean works() {
        try {
            Process process = new ProcessBuilder((command + " true").split(" ")).start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command() {
        return command.isEmpty() ? List.of() : List.of(command.split(" "));
    }

    /** Files of the same user can be kept anywhere, among them the user's own folder. */
    boolean readsWhatWeRead() {
        return this != NOBODY;
    }

    boolean owns(Path file) throws IOException {
        long owner = this == NOBODY ? NOBODYS_ID : new UnixSystem().getUid();
        return Files.getAttribute(file, "unix:uid").equals((int) owner);
    }

    void give(Path file) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(file, "unix:uid", NOBODYS_ID);
        }
    }
}
