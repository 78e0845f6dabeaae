package com.gmservices.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** PostgreSQL keeps microseconds: an instant that was stored reads back equal. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    Migration jobsMigration() {
        return Migration.of("jobs");
    }

    @Bean
    Partitions partitions(DatabaseLogin login, Clock clock) {
        return new Partitions(login, clock);
    }

    /** Whoever asks for a connection has waited for the server, for every migration and for the partitions. */
    @Bean
    JdbcConnectionDetails appConnection(DatabaseLogin login, List<Migration> migrations, Partitions partitions) {
        new Migrations(login, migrations).run();
        partitions.prepare();
        return new AppConnection(login);
    }

    @Bean
    CommitWrites commitWrites(DataSource dataSource) {
        return new CommitWrites(dataSource);
    }

    /** As Boot would make it, with its customizers. What the pool has beyond is for transactions within others. */
    @Bean
    OrderlyTransactions transactionManager(
            DataSource dataSource,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections,
            @Value("${spring.datasource.hikari.connection-timeout}") long patience,
            ObjectProvider<FirstStatement> first,
            CommitWrites writes,
            ObjectProvider<TransactionManagerCustomizers> customizers) {
        int atOnce = Math.min(3 * Runtime.getRuntime().availableProcessors() + 1, Math.max(1, connections * 2 / 3));
        var transactions = new OrderlyTransactions(
                dataSource, atOnce, Duration.ofMillis(patience), first.getIfAvailable(() -> connection -> {}), writes);
        customizers.ifAvailable(all -> all.customize(transactions));
        return transactions;
    }

    @Bean
    RecurringTask<Void> partitionsAhead(Partitions partitions) {
        return Tasks.recurring("partitions-ahead", Schedules.daily(LocalTime.of(2, 30)))
                .execute((task, context) -> partitions.prepare());
    }

    @Bean(defaultCandidate = false)
    @PlatformDatabase
    DataSource platformDataSource(DatabaseLogin login, JdbcConnectionDetails migrated) {
        var pool = new HikariDataSource();
        pool.setPoolName("platform");
        pool.setJdbcUrl(migrated.getJdbcUrl());
        pool.setUsername(login.platform().user());
        pool.setPassword(login.platform().password());
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(0);
        return pool;
    }

    @Bean(defaultCandidate = false)
    @PlatformDatabase
    JdbcClient platformJdbcClient(@PlatformDatabase DataSource platform) {
        return JdbcClient.create(platform);
    }

    @Bean(defaultCandidate = false)
    @PlatformDatabase
    TransactionTemplate platformTransactions(@PlatformDatabase DataSource platform) {
        return new TransactionTemplate(new JdbcTransactionManager(platform));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("gm.database.url")
    static class Named {

        @Bean
        DatabaseLogin databaseLogin(DatabaseSettings settings) {
            return Requirements.checked(settings.login());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "gm.database.url", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {

        @Bean
        DatabaseServer databaseServer(
                @Value("${gm.data:data}") String data, @Value("${gm.database.join:false}") boolean join) {
            Path folder = Path.of(data);
            return join ? DatabaseServer.joined(folder) : DatabaseServer.durable(folder);
        }

        @Bean
        DatabaseLogin databaseLogin(DatabaseServer server) {
            return server.login();
        }
    }

    private record AppConnection(DatabaseLogin login) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return login.app().user();
        }

        @Override
        public String getPassword() {
            return login.app().password();
        }

        @Override
        public String getJdbcUrl() {
            return login.url();
        }
    }
}
