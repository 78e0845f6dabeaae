package com.gmservices.database;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.PropertyResolver;
import org.springframework.stereotype.Component;

/**
 * Whether this installation is for real: {@code GM_ENV=production} or {@code development}; without it, production
 * when a database is named. Production refuses what is only for trying out.
 */
@Component
public class Deployment {

    private final boolean production;

    Deployment(
            @Value("${gm.env:#{null}}") @Nullable String env, @Value("${gm.database.url:embedded}") String database) {
        if (env != null && !env.equals("production") && !env.equals("development")) {
            throw new CannotStart("GM_ENV is production or development, not " + env);
        }
        this.production = env == null ? !database.equals("embedded") : env.equals("production");
    }

    /** For what must know it before there are beans. */
    public static Deployment of(PropertyResolver settings) {
        return new Deployment(settings.getProperty("gm.env"), settings.getProperty("gm.database.url", "embedded"));
    }

    public boolean isProduction() {
        return production;
    }
}
