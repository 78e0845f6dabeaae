package com.gmservices.webhooks;

import com.gmservices.database.Cursor;
import com.gmservices.database.Ids;
import com.gmservices.database.Page;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenancyEvent.TenantStatusChanged;
import com.gmservices.tenancy.Tenant;
import com.gmservices.webhooks.Deliveries.Attempt;
import com.gmservices.webhooks.Deliveries.Delivery;
import com.gmservices.webhooks.Deliveries.Hour;
import com.gmservices.webhooks.EndpointEvent.DeliveriesReplayed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What has become of an endpoint's messages, and sending them once more: one, all that was missed, or a trial. */
@Service
@Transactional
class Resending {

    static final String TEST = "webhook.test";

    private static final int MOST_ATTEMPTS = 50;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final EventTypes types;
    private final Dispatch dispatch;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Resending(
            Endpoints endpoints,
            Deliveries deliveries,
            EventTypes types,
            Dispatch dispatch,
            ApplicationEventPublisher events,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.types = types;
        this.dispatch = dispatch;
        this.events = events;
        this.clock = clock;
    }

    record Overview(Endpoint endpoint, List<Hour> hours, int outstanding, Page<Delivery> page) {}

    @Transactional(readOnly = true)
    public Page<Delivery> list(
            CurrentMember admin, EndpointId id, @Nullable DeliveryState state, Cursor cursor, int limit) {
        return deliveries.list(endpoints.find(admin, id), state, cursor, limit);
    }

    @Transactional(readOnly = true)
    public Delivery find(CurrentMember admin, EndpointId id, UUID message) {
        return deliveries
                .find(endpoints.find(admin, id), message)
                .orElseThrow(() -> new WebhooksRefused.NotFound("delivery"));
    }

    @Transactional(readOnly = true)
    public List<Attempt> attempts(CurrentMember admin, EndpointId id, UUID message) {
        return deliveries.attempts(endpoints.find(admin, id), message, MOST_ATTEMPTS);
    }

    /** Of the last day, what is on its way, and what was sent. */
    @Transactional(readOnly = true)
    public Overview overview(
            CurrentMember admin, EndpointId id, @Nullable DeliveryState state, Cursor cursor, int limit) {
        Endpoint endpoint = endpoints.find(admin, id);
        Instant now = clock.instant();
        return new Overview(
                endpoint,
                deliveries.hours(endpoint, now.minus(Duration.ofHours(23)), now),
                deliveries.countOutstanding(endpoint),
                deliveries.list(endpoint, state, cursor, limit));
    }

    public Delivery resend(CurrentMember admin, EndpointId id, UUID message) {
        Endpoint endpoint = active(admin, id);
        find(admin, id, message);
        deliveries.sendAgain(endpoint, message);
        sendSoon();
        return find(admin, id, message);
    }

    public int replay(CurrentMember admin, EndpointId id, Instant since) {
        Endpoint endpoint = active(admin, id);
        int count = deliveries.replay(endpoint, since);
        events.publishEvent(new DeliveriesReplayed(admin.tenant(), id, count));
        sendSoon();
        return count;
    }

    /** @param type whose example is sent; null for one that says nothing but that it is a trial */
    public Delivery test(CurrentMember admin, EndpointId id, @Nullable String type) {
        Endpoint endpoint = active(admin, id);
        String data = type == null
                ? "{\"endpoint_id\":\"%s\"}".formatted(id)
                : types.find(type)
                        .orElseThrow(() -> new WebhooksRefused.Unfit("/type", "There is no such type of event"))
                        .data();
        var message =
                new Message(admin.tenant(), Ids.next(), type == null ? TEST : type, id.value(), clock.instant(), data);
        deliveries.send(endpoint, message);
        sendSoon();
        return find(admin, id, message.id());
    }

    private Endpoint active(CurrentMember admin, EndpointId id) {
        Endpoint endpoint = endpoints.find(admin, id);
        if (!endpoint.isActive()) {
            throw new WebhooksRefused.Disabled();
        }
        return endpoint;
    }

    private void sendSoon() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                dispatch.wake();
            }
        });
    }

    /** What has waited while the business was suspended goes out. */
    @ApplicationModuleListener
    public void on(TenantStatusChanged event) {
        if (event.status() == Tenant.Status.ACTIVE) {
            deliveries.makeDue(CurrentTenant.id());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    dispatch.openLanes();
                }
            });
        }
    }
}
