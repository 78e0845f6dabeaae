package com.gmservices.database.testing;

import com.gmservices.database.DatabaseLogin;
import com.gmservices.database.DatabaseServer;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Found through META-INF/spring.factories of the test jar: every test context gets the JVM's one server. With
 * {@code gm.test.database=oldest} that is the oldest PostgreSQL that the platform supports, and with {@code embedded}
 * the application is left to start its own.
 */
@Order(0)
class SharedDatabase implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String kind = environment.getProperty("gm.test.database", "shared");
        if (!kind.equals("embedded")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "data beside the tests",
                            Map.of("gm.data", folder("data").toString())));
        }
        if (environment.containsProperty("gm.database.url")) {
            return;
        }
        switch (kind) {
            case "shared" -> name(environment, Shared.SERVER.login());
            case "oldest" -> name(environment, Oldest.SERVER.login());
            default -> {}
        }
    }

    private static void name(ConfigurableEnvironment environment, DatabaseLogin login) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "shared database",
                        Map.of(
                                "gm.database.url",
                                login.url(),
                                "gm.signing-key-bits",
                                2048,
                                "gm.argon2.kibibytes",
                                19_456,
                                "gm.argon2.passes",
                                2,
                                "gm.master-key",
                                "a2V5cyBpbiBzb3VyY2UgY29kZSBhcmUgZm9yIHRlc3Q=",
                                "gm.database.owner.password",
                                login.owner().password(),
                                "gm.database.app.password",
                                login.app().password(),
                                "gm.database.platform.password",
                                login.platform().password())));
    }

    /** Stopped after the contexts: a hook of its own would pull the server from under them. */
    private static DatabaseServer kept(DatabaseServer server) {
        SpringApplication.getShutdownHandlers().add(server::close);
        return server;
    }

    /** Surefire numbers the machines of Java among which it divides a module's test classes. */
    private static Path folder(String name) {
        return Path.of("target", name + "-" + System.getProperty("gm.test.fork", "1"))
                .toAbsolutePath();
    }

    private static final class Shared {

        static final DatabaseServer SERVER = kept(DatabaseServer.disposable(folder("database")));
    }

    private static final class Oldest {

        static final DatabaseServer SERVER =
                kept(DatabaseServer.disposable(folder("database-oldest"), "postgres-oldest/"));
    }
}
