package com.gmservices.identity.security;

import com.gmservices.tenancy.IdentityId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of people on the pages, as they stand in the database. */
@Component
public class Visits {

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of somebody's, or all but the one that has this id. */
    public void endOthers(IdentityId identity, @Nullable String kept) {
        jdbc.sql("delete from identity.session where principal_name = :person and session_id is distinct from :kept")
                .param("person", identity.toString())
                .param("kept", kept)
                .update();
    }
}
