package com.gmservices.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.IdentityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who can sign in. */
@Repository
class Identities {

    private final JdbcClient jdbc;
    private final Cache<IdentityId, Optional<CurrentIdentity>> seen = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Identity> find(IdentityId id) {
        return jdbc.sql("select * from identity.identity where id = ?")
                .param(id.value())
                .query(Identities::toIdentity)
                .optional();
    }

    /** As {@link #find}, up to a few seconds old; what this node changes is seen at once. */
    Optional<CurrentIdentity> current(IdentityId id) {
        return seen.get(id, key -> find(key).map(Identity::toCurrent));
    }

    private static Identity toIdentity(ResultSet row, int index) throws SQLException {
        return new Identity(
                new IdentityId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("password_hash"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("phone"),
                row.getBoolean("operator"),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
