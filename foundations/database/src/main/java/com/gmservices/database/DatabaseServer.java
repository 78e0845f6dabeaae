package com.gmservices.database;

import java.nio.channels.FileLock;
import java.nio.file.Path;

/** A PostgreSQL that lives and dies with this process; its data stay. */
public final class DatabaseServer implements AutoCloseable {

    private final DatabaseLogin login;
    private final Runnable end;

    private DatabaseServer(DatabaseLogin login, Runnable end) {
        this.login = login;
        this.end = end;
    }

    /** Keeps every committed row over a kill -9. */
    public static DatabaseServer durable(Path folder) {
        return alone(folder, Archive.forThisMachine(), Durability.DURABLE);
    }

    /** Gives up durability for speed, and begins with nothing. */
    public static DatabaseServer disposable(Path folder) {
        return alone(folder, Archive.forThisMachine(), Durability.DISPOSABLE);
    }

    /** Runs the PostgreSQL that is packed in that folder of the class path, in place of the platform's own. */
    public static DatabaseServer disposable(Path folder, String packedIn) {
        return alone(folder, Archive.packedIn(packedIn), Durability.DISPOSABLE);
    }

    /** For a command beside an application: takes part in its server, and starts one only when none is running. */
    public static DatabaseServer joined(Path folder) {
        DataFolder data = DataFolder.at(folder);
        return data.claim()
                .map(claim -> started(data, claim, Archive.forThisMachine(), Durability.DURABLE))
                .orElseGet(() -> new DatabaseServer(Roles.awaited(data), () -> {}));
    }

    private static DatabaseServer alone(Path folder, Archive archive, Durability durability) {
        DataFolder data = DataFolder.at(folder);
        return started(data, data.claimed(), archive, durability);
    }

    private static DatabaseServer started(DataFolder folder, FileLock claim, Archive archive, Durability durability) {
        Keeper keeper = Keeper.of(folder, claim, archive, durability);
        try {
            Roles.prepare(keeper.access());
            return new DatabaseServer(keeper.access().login(), keeper::close);
        } catch (RuntimeException e) {
            keeper.close();
            throw e;
        }
    }

    public DatabaseLogin login() {
        return login;
    }

    @Override
    public void close() {
        end.run();
    }
}
