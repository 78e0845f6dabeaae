package com.gmservices.events;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.TenantTask;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;

/** Listens, works, and tells for whom it did so and which sites it could see. */
@Configuration(proxyBeanMethods = false)
class Harbour {

    static final TaskDescriptor<Errand> ERRAND = TaskDescriptor.of("errand", Errand.class);

    record Docked(TenantId tenant, UUID aggregate, int revision) implements LoggedEvent {}

    record Noted(TenantId tenant, UUID aggregate, int revision) implements LoggedEvent {}

    record Errand(TenantId tenant) implements TenantTask {}

    record Sighting(TenantId tenant, List<String> sites) {

        static Sighting now(Sites sites) {
            return new Sighting(
                    CurrentTenant.id(), sites.all().stream().map(Site::name).toList());
        }
    }

    static class Pilot {

        final BlockingQueue<Sighting> sightings = new LinkedBlockingQueue<>();
        final AtomicInteger failures = new AtomicInteger();
        private final Sites sites;

        Pilot(Sites sites) {
            this.sites = sites;
        }

        @ApplicationModuleListener
        void on(Docked docked) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("fog");
            }
            sightings.add(Sighting.now(sites));
        }

        BlockingQueue<Sighting> sightings() {
            return sightings;
        }

        void failOnce() {
            fail(1);
        }

        void fail(int times) {
            failures.set(times);
        }
    }

    /** Writes down each ship, and when it is told to, dwells on it with the pen in the hand. */
    static class Clerk {

        private final ApplicationEventPublisher events;
        private final Semaphore at = new Semaphore(0);
        private final Semaphore pen = new Semaphore(2_000);

        Clerk(ApplicationEventPublisher events) {
            this.events = events;
        }

        @ApplicationModuleListener
        void on(Docked docked) throws InterruptedException {
            events.publishEvent(new Noted(docked.tenant(), docked.aggregate(), docked.revision()));
            at.release();
            pen.acquire();
        }

        void dwell() {
            at.drainPermits();
            pen.drainPermits();
        }

        void awaitWriting() throws InterruptedException {
            at.acquire();
        }

        void goOn() {
            pen.release(2_000);
        }
    }

    /** Follows the log of all tenants. */
    static class Chronicle implements Follower {

        final List<Happening> read = new CopyOnWriteArrayList<>();
        final AtomicInteger failures = new AtomicInteger();

        @Override
        public String name() {
            return "chronicle";
        }

        @Override
        public void follow(List<Happening> happenings) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("no ink");
            }
            read.addAll(happenings);
        }

        List<Integer> revisionsOf(UUID aggregate) {
            return read.stream()
                    .filter(happening -> happening.aggregate().equals(aggregate))
                    .map(Happening::revision)
                    .toList();
        }

        void fail(int times) {
            failures.set(times);
        }
    }

    @Bean
    Pilot pilot(Sites sites) {
        return new Pilot(sites);
    }

    @Bean
    Clerk clerk(ApplicationEventPublisher events) {
        return new Clerk(events);
    }

    @Bean
    Chronicle chronicle() {
        return new Chronicle();
    }

    @Bean
    OneTimeTask<Errand> errand(Sites sites, Pilot pilot) {
        return Tasks.oneTime(ERRAND)
                .execute((task, context) -> pilot.sightings().add(Sighting.now(sites)));
    }
}
