package com.gmservices.identity.security;

import com.gmservices.tenancy.RecentProof;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** When the caller has last proved who they are: by signing in, or by stepping up since. */
@Component
public class Proofs implements RecentProof {

    public static final Duration VALID = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final WebSession session;
    private final Clock clock;

    Proofs(JdbcClient jdbc, WebSession session, Clock clock) {
        this.jdbc = jdbc;
        this.session = session;
        this.clock = clock;
    }

    /** A key needs none: whoever made it has shown who they are, and it does no more than it was made for. */
    @Override
    public void require() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof KeyHolder) {
            return;
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                && !isFresh(call.getRequest())) {
            throw new AccessRefused.StepUpRequired();
        }
    }

    public boolean isFresh(HttpServletRequest request) {
        return provenAt(request)
                .filter(proven -> proven.plus(VALID).isAfter(clock.instant()))
                .isPresent();
    }

    /** To be called when somebody who has signed in has shown a factor once more. */
    public void renew(SignedIn caller, HttpServletRequest request, HttpServletResponse response) {
        Optional<UUID> family = caller.family();
        if (family.isPresent()) {
            jdbc.sql("update identity.refresh_family set proven_at = ? where id = ?")
                    .params(clock.instant().atOffset(ZoneOffset.UTC), family.get())
                    .update();
        } else {
            session.admit(caller.identity(), request, response);
        }
    }

    private Optional<Instant> provenAt(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn caller
                ? caller.family().map(this::ofFamily).orElseGet(() -> ofSession(request))
                : Optional.empty();
    }

    private Optional<Instant> ofFamily(UUID family) {
        return jdbc.sql("select greatest(created_at, proven_at) as at from identity.refresh_family where id = ?")
                .param(family)
                .query((row, index) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private static Optional<Instant> ofSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(WebSession.PROVEN) instanceof Instant proven
                ? Optional.of(proven)
                : Optional.empty();
    }
}
