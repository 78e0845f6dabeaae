package com.gmservices.database;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;

/** Finds out before anything is built, and anything else is said, that the data folder cannot be had. */
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstLook implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean joins = environment.getProperty("gm.database.join", Boolean.class, false);
        if (!joins && !environment.containsProperty("gm.database.url")) {
            look(DataFolder.at(Path.of(environment.getProperty("gm.data", "data"))));
        }
    }

    private static void look(DataFolder folder) {
        try {
            folder.claimed().acquiredBy().close();
        } catch (IOException e) {
            throw new CannotStart("The data folder %s cannot be used: %s".formatted(folder.path(), e.getMessage()), e);
        }
    }
}
