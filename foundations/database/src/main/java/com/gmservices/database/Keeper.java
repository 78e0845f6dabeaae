package com.gmservices.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stays with a server until it is told to end it, and replaces one that dies before. */
final class Keeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Keeper.class);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Postmaster postmaster;
    private final Access access;
    private final FileLock claim;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread watch;

    private Keeper(Postmaster postmaster, Access access, FileLock claim) {
        this.postmaster = postmaster;
        this.access = access;
        this.claim = claim;
        this.watch = Thread.ofVirtual().name("postgres").start(this::watch);
    }

    /** Takes over the claim, and gives it back when no server comes up. */
    static Keeper of(DataFolder folder, FileLock claim, Archive archive, Durability durability) {
        try {
            return launch(folder, claim, archive, durability);
        } catch (CannotStart e) {
            release(claim);
            throw e;
        } catch (IOException e) {
            release(claim);
            throw new CannotStart("PostgreSQL does not start in %s: %s".formatted(folder.path(), e.getMessage()), e);
        }
    }

    private static Keeper launch(DataFolder folder, FileLock claim, Archive archive, Durability durability)
            throws IOException {
        var programs = Programs.of(archive, folder.path());
        var postmaster = new Postmaster(folder, programs, durability);
        postmaster.clearTheWay();
        Access access = new Cluster(folder, programs).opened(durability);
        if (!access.portIsFree()) {
            access = access.onAnotherPort();
            access.keep();
        }
        postmaster.start(access.port());
        log.info("PostgreSQL {} serves {} on port {}", programs.version(), folder.path(), access.port());
        return new Keeper(postmaster, access, claim);
    }

    Access access() {
        return access;
    }

    private void watch() {
        try {
            while (!told.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!postmaster.isRunning()) {
                    replace();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void replace() {
        try {
            log.warn("PostgreSQL is gone, another is started");
            postmaster.start(access.port());
            log.info("PostgreSQL is back");
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL does not come back", e);
        }
    }

    @Override
    public void close() {
        told.countDown();
        try {
            watch.join();
            postmaster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release(claim);
        }
    }

    private static void release(FileLock claim) {
        try {
            claim.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
