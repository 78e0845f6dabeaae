package com.gmservices.operations;

import com.gmservices.events.Untold;
import com.gmservices.limits.Redis;
import com.gmservices.operations.HealthCheck.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every deployment stands on. */
@Configuration(proxyBeanMethods = false)
class HealthChecks {

    private static final int MONTHS_AHEAD = 2;
    private static final Duration OVERDUE = Duration.ofMinutes(5);
    private static final int FAILURES = 3;
    private static final long MEBIBYTE = 1 << 20;

    private final JdbcClient database;

    HealthChecks(DataSource dataSource) {
        var impatient = new JdbcTemplate(dataSource);
        impatient.setQueryTimeout(2);
        database = JdbcClient.create(impatient);
    }

    private record Check(String name, boolean isVital, Question question) implements HealthCheck {

        @Override
        public Finding check() throws Exception {
            return question.ask();
        }
    }

    private interface Question {

        Finding ask() throws Exception;
    }

    /** A server that only follows another one cannot be written to. */
    @Bean
    HealthCheck databaseHealth() {
        return new Check(
                "database",
                true,
                () -> is("select not pg_is_in_recovery()")
                        ? Finding.healthy()
                        : Finding.unhealthy("The database only reads"));
    }

    /** Not before everything has started, and no longer once the process was asked to stop. */
    @Bean
    HealthCheck applicationHealth(ApplicationAvailability availability) {
        return new Check(
                "application",
                true,
                () -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                        ? Finding.healthy()
                        : Finding.unhealthy("Starting or stopping"));
    }

    @Bean
    HealthCheck partitionsHealth(Clock clock) {
        return new Check("partitions", false, () -> {
            YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
            String[] months = IntStream.rangeClosed(1, MONTHS_AHEAD)
                    .mapToObj(now::plusMonths)
                    .map(month -> "_%d_%02d".formatted(month.getYear(), month.getMonthValue()))
                    .toArray(String[]::new);
            List<String> behind = names("""
                    select c.relnamespace::regnamespace || '.' || c.relname
                    from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
                    where (select count(*) from pg_inherits i join pg_class part on part.oid = i.inhrelid
                           where i.inhparent = c.oid
                             and part.relname in (select c.relname || month from unnest(?::text[]) month)) < ?
                    order by 1
                    """, months, MONTHS_AHEAD);
            return behind.isEmpty()
                    ? Finding.healthy()
                    : Finding.degraded("No partitions for the months ahead: " + String.join(", ", behind));
        });
    }

    @Bean
    HealthCheck jobsHealth(Clock clock) {
        return new Check("jobs", false, () -> {
            List<String> late = names("""
                    select distinct task_name from jobs.scheduled_tasks
                    where not picked and execution_time < ? or consecutive_failures >= ?
                    order by 1
                    """, Timestamp.from(clock.instant().minus(OVERDUE)), FAILURES);
            return late.isEmpty()
                    ? Finding.healthy()
                    : Finding.degraded("Overdue or failing: " + String.join(", ", late));
        });
    }

    @Bean
    HealthCheck listenersHealth(Untold untold) {
        return new Check("listeners", false, () -> {
            int count = untold.count();
            return count == 0
                    ? Finding.healthy()
                    : Finding.degraded("%d events could not be told: see /operator/untold".formatted(count));
        });
    }

    @Bean
    HealthCheck diskHealth(@Value("${gm.data:data}") Path data) {
        return new Check("disk", false, () -> {
            long free = usable(data.toAbsolutePath()) / MEBIBYTE;
            return free >= 1024
                    ? Finding.healthy()
                    : free >= 128
                            ? Finding.degraded("Only %d MiB are left".formatted(free))
                            : Finding.unhealthy("Only %d MiB are left".formatted(free));
        });
    }

    /** Without it each node counts by itself, and all goes on. */
    @Bean
    @ConditionalOnProperty("gm.redis-url")
    HealthCheck redisHealth(Redis redis) {
        return new Check(
                "redis",
                false,
                () -> redis.isAway() ? Finding.degraded("Away: each node counts by itself") : Finding.healthy());
    }

    private boolean is(String question) {
        return database.sql(question).query((row, index) -> row.getBoolean(1)).single();
    }

    private List<String> names(String question, Object... parameters) {
        return database.sql(question)
                .params(parameters)
                .query((row, index) -> row.getString(1))
                .list();
    }

    /** Of the folder, or of where it will be made. */
    private static long usable(Path folder) throws IOException {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.getFileStore(existing).getUsableSpace();
    }
}
