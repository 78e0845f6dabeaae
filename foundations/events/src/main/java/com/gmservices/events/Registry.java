package com.gmservices.events;

import com.gmservices.database.Ids;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.Staleness;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Spring Modulith asks of a registry, on {@link Publications}. Its own one needs three more commits for each
 * listener, tells by the age of a publication whether it was forgotten, and tries what failed at each look for ever.
 * What becomes of a publication is written down by {@link Hearing}, which knows the failure and the transaction.
 */
@Component
class Registry implements EventPublicationRegistry {

    private static final int MOST_UNDERWAY = 500;

    private final Publications publications;
    private final Listeners listeners;
    private final JsonMapper json;

    /** By the very event, as two equal ones may be on their way, and by listener. */
    private final Map<Object, Map<String, Underway>> underway = Collections.synchronizedMap(new IdentityHashMap<>());

    Registry(Publications publications, Listeners listeners, JsonMapper json) {
        this.publications = publications;
        this.listeners = listeners;
        this.json = json;
    }

    @Override
    public Collection<TargetEventPublication> store(Object event, Stream<PublicationTargetIdentifier> targets) {
        List<Underway> added = targets.map(PublicationTargetIdentifier::getValue)
                .map(listener -> new Underway(Ids.next(), 1, event, listener))
                .toList();
        publications.add(
                added.stream().map(Underway::id).toList(),
                added.stream().map(Underway::listener).toList(),
                event.getClass().getName(),
                json.writeValueAsString(event));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            added.forEach(this::begin);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        added.forEach(Registry.this::leave);
                    }
                }
            });
        }
        return List.of();
    }

    Optional<Underway> find(Object event, String listener) {
        return Optional.ofNullable(underway.get(event)).map(byListener -> byListener.get(listener));
    }

    boolean heard(Underway publication) {
        return publications.heard(publication.id(), publication.attempt());
    }

    /** The class alone is told, for messages repeat what they are about. */
    void failed(Underway publication, Throwable failure) {
        publications.failed(
                publication.id(),
                publication.attempt(),
                failure.getClass().getSimpleName(),
                Pauses.after(publication.attempt()).orElse(null));
    }

    /** This process has nothing more to do with it. */
    void leave(Underway publication) {
        underway.computeIfPresent(publication.event(), (event, byListener) -> {
            byListener.remove(publication.listener());
            return byListener.isEmpty() ? null : byListener;
        });
    }

    private void begin(Underway publication) {
        underway.computeIfAbsent(publication.event(), event -> new ConcurrentHashMap<>())
                .put(publication.listener(), publication);
    }

    boolean isIdle() {
        return underway.isEmpty();
    }

    private List<Underway> all() {
        synchronized (underway) {
            return underway.values().stream()
                    .flatMap(byListener -> byListener.values().stream())
                    .toList();
        }
    }

    /** Goes on holding what has been on its way for longer. */
    void holdWhatLasts(Duration longer) {
        long before = System.nanoTime() - longer.toNanos();
        List<Underway> lasting = all().stream()
                .filter(publication -> publication.since() - before <= 0)
                .toList();
        if (!lasting.isEmpty()) {
            publications.hold(lasting);
        }
    }

    void releaseAll() {
        List<Underway> left = all();
        if (!left.isEmpty()) {
            publications.release(left);
        }
    }

    /** Brings what is due: it has failed before, or the process that held it has died. */
    @Override
    public void processFailedPublications(ResubmissionOptions options, Consumer<TargetEventPublication> bring) {
        if (underway.size() < MOST_UNDERWAY) {
            publications.claim(listeners.ids(), Math.max(1, options.getBatchSize())).stream()
                    .sorted(Comparator.comparing(Publications.Claimed::publishedAt))
                    .forEach(claimed -> bring(claimed, bring));
        }
    }

    private void bring(Publications.Claimed claimed, Consumer<TargetEventPublication> bring) {
        if (Pauses.isLast(claimed.attempt() - 1)) {
            publications.failed(claimed.id(), claimed.attempt(), "NoAnswer", null);
            return;
        }
        Object event;
        try {
            event = json.readValue(claimed.event(), ClassUtils.forName(claimed.type(), null));
        } catch (ClassNotFoundException | JacksonException e) {
            publications.failed(
                    claimed.id(),
                    claimed.attempt(),
                    e.getClass().getSimpleName(),
                    Pauses.after(claimed.attempt()).orElse(null));
            return;
        }
        begin(new Underway(claimed.id(), claimed.attempt(), event, claimed.listener()));
        bring.accept(TargetEventPublication.of(
                event,
                PublicationTargetIdentifier.of(claimed.listener()),
                claimed.publishedAt().toInstant()));
    }

    @Override
    public void markProcessing(Object event, PublicationTargetIdentifier target) {}

    @Override
    public void markCompleted(Object event, PublicationTargetIdentifier target) {}

    @Override
    public void markFailed(Object event, PublicationTargetIdentifier target) {}

    @Override
    public void markStalePublicationsFailed(Staleness staleness) {}

    @Override
    public void deleteCompletedPublicationsOlderThan(Duration duration) {}

    @Override
    public Collection<TargetEventPublication> findIncompletePublications() {
        return List.of();
    }

    @Override
    public Collection<TargetEventPublication> findIncompletePublicationsOlderThan(Duration duration) {
        return List.of();
    }

    @Override
    public void processIncompletePublications(
            Predicate<EventPublication> filter,
            Consumer<TargetEventPublication> consumer,
            @Nullable Duration duration) {}
}
