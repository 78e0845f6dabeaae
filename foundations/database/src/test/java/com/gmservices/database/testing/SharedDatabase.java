package com.gmservices.database.testing;

import com.gmservices.database.DatabaseLogin;
import com.gmservices.database.DatabaseServer;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Found through META-INF/spring.factories of the test jar: every test context gets the JVM's one server. */
class SharedDatabase implements EnvironmentPostProcessor {

    private static final class Holder {

        static final DatabaseServer SERVER = start();

        /** Stopped after the contexts: a hook of its own would pull the server from under them. */
        private static DatabaseServer start() {
            DatabaseServer server =
                    DatabaseServer.disposable(Path.of("target", "database").toAbsolutePath());
            SpringApplication.getShutdownHandlers().add(server::close);
            return server;
        }
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty("gm.database.url")) {
            DatabaseLogin login = Holder.SERVER.login();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "shared database",
                            Map.of(
                                    "gm.database.url", login.url(),
                                    "gm.database.owner.password", login.owner().password(),
                                    "gm.database.app.password", login.app().password(),
                                    "gm.database.platform.password",
                                            login.platform().password())));
        }
    }
}
