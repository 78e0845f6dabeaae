package com.gmservices.events;

import com.gmservices.database.Ids;
import com.gmservices.events.Publications.Claimed;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    private final Publications publications;
    private final Listeners listeners;
    private final OnTheWay underway;
    private final JsonMapper json;

    /** Of whom the last look has found as many as there was room for. */
    private volatile Set<String> filled = Set.of();

    private volatile int ofEach;

    Registry(Publications publications, Listeners listeners, OnTheWay underway, JsonMapper json) {
        this.publications = publications;
        this.listeners = listeners;
        this.underway = underway;
        this.json = json;
    }

    /** What a listener is too busy for is due at once, and brought by the first look that finds room for it. */
    @Override
    public Collection<TargetEventPublication> store(Object event, Stream<PublicationTargetIdentifier> targets) {
        List<Underway> added = targets.map(PublicationTargetIdentifier::getValue)
                .map(listener -> new Underway(Ids.next(), underway.isCrowded(listener) ? 0 : 1, event, listener))
                .toList();
        publications.add(added, event.getClass().getName(), json.writeValueAsString(event));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            added.forEach(underway::begin);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        added.forEach(underway::leave);
                    }
                }
            });
        }
        return List.of();
    }

    Optional<Underway> find(Object event, String listener) {
        return underway.find(event, listener);
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
        underway.leave(publication);
    }

    boolean isIdle() {
        return underway.isEmpty();
    }

    /** Goes on holding what has been on its way for longer. */
    void holdWhatLasts(Duration longer) {
        long before = System.nanoTime() - longer.toNanos();
        List<Underway> lasting = underway.all().stream()
                .filter(publication -> publication.since() - before <= 0)
                .toList();
        if (!lasting.isEmpty()) {
            publications.hold(lasting);
        }
    }

    void releaseAll() {
        List<Underway> left = underway.all();
        if (!left.isEmpty()) {
            publications.release(left);
        }
    }

    /**
     * Brings what is due: it has failed before, or the process that held it has died. The size of a batch is how many of
     * each listener are on their way at most.
     */
    @Override
    public void processFailedPublications(ResubmissionOptions options, Consumer<TargetEventPublication> bring) {
        ofEach = Math.max(1, options.getBatchSize());
        Map<String, Integer> room = underway.room(listeners.ids(), ofEach);
        List<Claimed> claimed = room.isEmpty() ? List.of() : publications.claim(room);
        Map<String, Long> found =
                claimed.stream().collect(Collectors.groupingBy(Claimed::listener, Collectors.counting()));
        filled = found.entrySet().stream()
                .filter(entry -> entry.getValue() >= room.getOrDefault(entry.getKey(), 0))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        claimed.stream()
                .sorted(Comparator.comparing(Claimed::publishedAt))
                .forEach(publication -> bring(publication, bring));
    }

    /** Whether more may be due of those of whom the last look has filled the room, once there is room again. */
    boolean awaitRoomForMore(Duration atMost) throws InterruptedException {
        return !filled.isEmpty() && underway.awaitRoom(filled, ofEach, atMost);
    }

    private void bring(Claimed claimed, Consumer<TargetEventPublication> bring) {
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
        underway.begin(new Underway(claimed.id(), claimed.attempt(), event, claimed.listener()));
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
