package com.gmservices.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A PostgreSQL (15 or later) of one's own: {@code GM_DATABASE_URL}, {@code GM_DATABASE_OWNER_USER}, and so on. */
@ConfigurationProperties("gm.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue Role owner,
        @DefaultValue Role app,
        @DefaultValue Role platform) {

    record Role(@Nullable String user, @DefaultValue("") String password) {}

    DatabaseLogin login() {
        if (url == null) {
            throw new IllegalStateException("No database is named: set GM_DATABASE_URL");
        }
        return new DatabaseLogin(url, login(owner, "gm_owner"), login(app, "gm_app"), login(platform, "gm_platform"));
    }

    private static DatabaseLogin.Role login(Role role, String user) {
        return new DatabaseLogin.Role(role.user() == null ? user : role.user(), role.password());
    }
}
