package com.gmservices.shell;

import com.gmservices.events.Happening;
import com.gmservices.events.Latest;
import com.gmservices.events.Latest.Look;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The pages that are open in this process, and the one look at the event log that serves them all, every 400 ms while
 * there are any. Each process looks for itself, so all of them hear what any of them does. The looks read the log
 * rather than listen for NOTIFY, under which every commit in the database would wait for the one before it.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final int MOST_OF_ONE_PERSON = 8;
    private static final int MOST = 5_000;

    /** No transaction that logs is open for longer, and no page calls again later without asking for everything. */
    private static final Duration REACH = Duration.ofMinutes(2);

    /** What may have happened between the drawing of a page and its first call. */
    private static final Duration DRAWING = Duration.ofSeconds(10);

    private final Latest latest;
    private final List<Signals> signals;
    private final Clock clock;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore stopped = new Semaphore(0);
    private volatile boolean running;

    LiveStreams(Latest latest, ObjectProvider<Signals> signals, Clock clock) {
        this.latest = latest;
        this.signals = signals.orderedStream().toList();
        this.clock = clock;
    }

    /** Empty for somebody who has enough of them, and while the process goes down. */
    Optional<LiveStream> open(CurrentMember member, @Nullable String mark) {
        long own = streams.stream()
                .filter(stream -> stream.member().id().equals(member.id()))
                .count();
        if (!running || own >= MOST_OF_ONE_PERSON || streams.size() >= MOST) {
            return Optional.empty();
        }
        var stream = new LiveStream(member);
        streams.add(stream);
        try {
            // After it was added: what happens from here on the looks tell it, and what happened before this one does.
            Look missed = look(List.of(member.tenant()), mark, mark == null ? DRAWING : REACH);
            stream.greet(missed.mark());
            stream.tell(missed.mark(), told(missed.happenings()).toList());
            return Optional.of(stream);
        } catch (RuntimeException e) {
            streams.remove(stream);
            throw e;
        }
    }

    void close(LiveStream stream) {
        streams.remove(stream);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("live").start(this::lookOnAndOn);
    }

    /** Before the web server, which waits for calls that are under way. */
    @Override
    public void stop() {
        running = false;
        stopped.release();
        streams.forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void lookOnAndOn() {
        String mark = null;
        Duration pause = BETWEEN_LOOKS;
        while (sleep(pause)) {
            Set<TenantId> tenants =
                    streams.stream().map(stream -> stream.member().tenant()).collect(Collectors.toSet());
            if (tenants.isEmpty()) {
                continue;
            }
            try {
                mark = tell(look(tenants, mark, REACH));
                pause = BETWEEN_LOOKS;
            } catch (RuntimeException e) {
                if (running && pause.equals(BETWEEN_LOOKS)) {
                    log.warn("Open pages hear nothing for the moment: {}", e.getMessage());
                }
                pause = AFTER_A_FAILURE;
            }
        }
    }

    private boolean sleep(Duration pause) {
        try {
            return !stopped.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS) && running;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private Look look(Collection<TenantId> tenants, @Nullable String mark, Duration back) {
        return latest.since(tenants, mark, clock.instant().minus(back));
    }

    private String tell(Look look) {
        look.happenings().stream()
                .collect(Collectors.groupingBy(Happening::tenant))
                .forEach((tenant, happenings) -> {
                    List<Signal> news = told(happenings).toList();
                    streams.stream()
                            .filter(stream -> stream.member().tenant().equals(tenant))
                            .forEach(stream -> stream.tell(look.mark(), news));
                });
        return look.mark();
    }

    private Stream<Signal> told(List<Happening> happenings) {
        return happenings.stream().flatMap(happening -> signals.stream().flatMap(one -> one.of(happening).stream()));
    }
}
