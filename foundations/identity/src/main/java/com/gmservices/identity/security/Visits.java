package com.gmservices.identity.security;

import com.gmservices.identity.Opaque;
import com.gmservices.tenancy.IdentityId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of people on the pages, as they stand in the database. */
@Component
public class Visits {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;

    Visits(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    /** A session under a name that opens nothing. */
    public record Open(UUID id, Origin origin, Instant begun, Instant lastUsed, boolean current) {}

    public List<Open> of(IdentityId identity, @Nullable String current) {
        return sessions.findByPrincipalName(identity.toString()).values().stream()
                .map(session -> open(session, session.getId().equals(current)))
                .toList();
    }

    /** @return whether there was one by this name */
    public boolean end(IdentityId identity, UUID id) {
        Optional<String> found = sessions.findByPrincipalName(identity.toString()).keySet().stream()
                .filter(session -> nameOf(session).equals(id))
                .findFirst();
        found.ifPresent(sessions::deleteById);
        return found.isPresent();
    }

    /**
     * All of somebody's, or all but the one that has this id.
     *
     * @return how many there were
     */
    public int endOthers(IdentityId identity, @Nullable String kept) {
        return jdbc.sql(
                        "delete from identity.session where principal_name = :person and session_id is distinct from :kept")
                .param("person", identity.toString())
                .param("kept", kept)
                .update();
    }

    private static Open open(Session session, boolean current) {
        Visit visit = Visit.of(session::getAttribute)
                .orElseGet(() -> new Visit(session.getCreationTime(), new Origin("", "")));
        return new Open(nameOf(session.getId()), visit.origin(), visit.begun(), session.getLastAccessedTime(), current);
    }

    private static UUID nameOf(String session) {
        ByteBuffer hash = ByteBuffer.wrap(new Opaque(session).hash());
        return new UUID(hash.getLong(), hash.getLong());
    }
}
