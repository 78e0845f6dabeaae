package com.gmservices.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looking at a page is to cost one read of its session and no write: that it was used is written down at most once a
 * minute, and the filter, which looks a second time after it has saved, is given what it saved.
 */
final class QuietSessions implements SessionRepository<QuietSessions.Quiet> {

    private static final Duration GRAIN = Duration.ofMinutes(1);

    private static final ScopedValue<AtomicReference<@Nullable Quiet>> SAVED_BY_THIS_CALL = ScopedValue.newInstance();

    private final Supplier<Quiet> create;
    private final Function<String, @Nullable Quiet> find;
    private final Consumer<String> delete;

    private QuietSessions(Supplier<Quiet> create, Function<String, @Nullable Quiet> find, Consumer<String> delete) {
        this.create = create;
        this.find = find;
        this.delete = delete;
    }

    static <S extends Session> QuietSessions over(SessionRepository<S> sessions) {
        return new QuietSessions(
                () -> quiet(sessions.createSession(), sessions),
                id -> {
                    S found = sessions.findById(id);
                    return found == null ? null : quiet(found, sessions);
                },
                sessions::deleteById);
    }

    private static <S extends Session> Quiet quiet(S stored, SessionRepository<S> sessions) {
        return new Quiet(stored, () -> sessions.save(stored));
    }

    @Override
    public Quiet createSession() {
        return create.get();
    }

    @Override
    public void save(Quiet session) {
        session.save.run();
        remember(session);
    }

    @Override
    public @Nullable Quiet findById(String id) {
        Quiet saved = SAVED_BY_THIS_CALL.isBound() ? SAVED_BY_THIS_CALL.get().get() : null;
        return saved != null && saved.getId().equals(id) ? saved : find.apply(id);
    }

    @Override
    public void deleteById(String id) {
        remember(null);
        delete.accept(id);
    }

    private static void remember(@Nullable Quiet session) {
        if (SAVED_BY_THIS_CALL.isBound()) {
            SAVED_BY_THIS_CALL.get().set(session);
        }
    }

    /** Stands before the filter of the sessions: what one call has saved is nothing to the next. */
    static final class PerCall extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                ScopedValue.where(SAVED_BY_THIS_CALL, new AtomicReference<>()).call(() -> {
                    chain.doFilter(request, response);
                    return true;
                });
            } catch (ServletException | IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new ServletException(e);
            }
        }
    }

    static final class Quiet implements Session {

        private final Session stored;
        private final Runnable save;

        private Quiet(Session stored, Runnable save) {
            this.stored = stored;
            this.save = save;
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (time.isAfter(stored.getLastAccessedTime().plus(GRAIN))) {
                stored.setLastAccessedTime(time);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface's shape
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
