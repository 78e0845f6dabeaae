package com.gmservices.operations;

import com.gmservices.operations.HealthCheck.Status;
import com.gmservices.tenancy.Allow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /health} for people and monitors, {@code /ready} for balancers. Whether the process lives is told by
 * {@code /actuator/health/liveness} on the management port, which asks nobody else: a restart mends no database.
 */
@Tag(name = "Health")
@RestController
class HealthEndpoints {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CheckUp whole;
    private final CheckUp vital;

    HealthEndpoints(List<HealthCheck> checks, Clock clock) {
        whole = new CheckUp(checks, PATIENCE, clock);
        vital = new CheckUp(checks.stream().filter(HealthCheck::isVital).toList(), PATIENCE, clock);
    }

    @Operation(
            summary = "How everything fares",
            description = "503 when something vital fails.",
            security = {})
    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Allow.EVERYONE)
    ResponseEntity<Health> health() throws InterruptedException {
        return answer(whole.health());
    }

    @Operation(
            summary = "Whether calls can be answered",
            description = "503 when not.",
            security = {})
    @GetMapping(path = "/ready", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(Allow.EVERYONE)
    ResponseEntity<Health> ready() throws InterruptedException {
        return answer(vital.health());
    }

    private static ResponseEntity<Health> answer(Health health) {
        boolean isUp = health.status() != Status.UNHEALTHY;
        return ResponseEntity.status(isUp ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(health);
    }

    @PreDestroy
    void stop() {
        whole.close();
        vital.close();
    }
}
