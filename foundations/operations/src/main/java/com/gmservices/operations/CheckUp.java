package com.gmservices.operations;

import com.gmservices.operations.Health.Check;
import com.gmservices.operations.HealthCheck.Finding;
import com.gmservices.operations.HealthCheck.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks some checks all at once. Who asks again within a second shares the answer, however many they are. */
final class CheckUp implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CheckUp.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final List<HealthCheck> checks;
    private final Duration patience;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** It is said once that a check fails, and once that it does no longer: monitors ask every few seconds. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    private Health last = new Health(Status.UNHEALTHY, Map.of(), Instant.EPOCH);

    CheckUp(List<HealthCheck> checks, Duration patience, Clock clock) {
        this.checks = checks;
        this.patience = patience;
        this.clock = clock;
    }

    synchronized Health health() throws InterruptedException {
        if (Duration.between(last.timestamp(), clock.instant()).compareTo(FRESH) >= 0) {
            last = Health.of(askAll(), clock.instant());
        }
        return last;
    }

    private Map<String, Check> askAll() throws InterruptedException {
        var questions =
                checks.stream().map(check -> (Callable<Check>) () -> ask(check)).toList();
        List<Future<Check>> answers = threads.invokeAll(questions, patience.toMillis(), TimeUnit.MILLISECONDS);
        var all = new TreeMap<String, Check>();
        for (int i = 0; i < checks.size(); i++) {
            HealthCheck check = checks.get(i);
            Future<Check> answer = answers.get(i);
            all.put(check.name(), answer.isCancelled() ? silence(check) : answer.resultNow());
        }
        return all;
    }

    private Check ask(HealthCheck check) {
        long start = System.nanoTime();
        Finding finding = finding(check);
        return new Check(finding.status(), finding.detail(), (System.nanoTime() - start) / 1_000_000);
    }

    private Finding finding(HealthCheck check) {
        try {
            Finding finding = check.check();
            if (failing.remove(check.name())) {
                log.info("health check {} answers again", check.name());
            }
            return finding;
        } catch (Exception e) {
            if (failing.add(check.name())) {
                log.warn("health check {} failed", check.name(), e);
            }
            return new Finding(worst(check), "It failed: the log says why");
        }
    }

    private Check silence(HealthCheck check) {
        if (failing.add(check.name())) {
            log.warn("health check {} gave no answer", check.name());
        }
        return new Check(worst(check), "No answer in time", patience.toMillis());
    }

    private static Status worst(HealthCheck check) {
        return check.isVital() ? Status.UNHEALTHY : Status.DEGRADED;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
