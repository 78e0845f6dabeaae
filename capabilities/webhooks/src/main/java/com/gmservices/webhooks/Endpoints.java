package com.gmservices.webhooks;

import com.gmservices.outbound.AddressRefused;
import com.gmservices.outbound.Outbound;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.TenantId;
import com.gmservices.webhooks.Endpoint.DisabledWhy;
import com.gmservices.webhooks.Endpoint.Format;
import com.gmservices.webhooks.EndpointEvent.EndpointAdded;
import com.gmservices.webhooks.EndpointEvent.EndpointChanged;
import com.gmservices.webhooks.EndpointEvent.EndpointDisabled;
import com.gmservices.webhooks.EndpointEvent.EndpointRemoved;
import com.gmservices.webhooks.EndpointEvent.SecretRotated;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a business wants to be told. */
@Service
class Endpoints {

    static final String MANAGE = "manage:webhooks";
    static final Duration BOTH_SECRETS = Duration.ofHours(24);

    private static final int MOST = 20;

    private final EndpointRows rows;
    private final Safe safe;
    private final EventTypes types;
    private final Outbound outbound;
    private final Handshake handshake;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Endpoints(
            EndpointRows rows,
            Safe safe,
            EventTypes types,
            Outbound outbound,
            Handshake handshake,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.safe = safe;
        this.types = types;
        this.outbound = outbound;
        this.handshake = handshake;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** What can be said of an endpoint; null leaves it as it is. */
    record Wish(
            @Nullable String url,
            @Nullable String description,
            @Nullable Set<String> types,
            @Nullable Format format,
            @Nullable Map<String, String> headers,
            @Nullable Boolean active) {}

    /** @param secret which is not to be had again */
    record Made(Endpoint endpoint, Secret secret) {}

    @Transactional(readOnly = true)
    public List<Endpoint> all(CurrentMember admin) {
        admin.require(MANAGE);
        return rows.all(admin.tenant());
    }

    @Transactional(readOnly = true)
    public Endpoint find(CurrentMember admin, EndpointId id) {
        admin.require(MANAGE);
        return stored(admin.tenant(), id);
    }

    private Endpoint stored(TenantId tenant, EndpointId id) {
        return rows.find(tenant, id).orElseThrow(() -> new WebhooksRefused.NotFound("endpoint"));
    }

    /** Asks the name service, and the address, which are not to be waited for with a connection in the hand: so the transaction starts after. */
    Made add(CurrentMember admin, Wish wish) {
        admin.require(MANAGE);
        Map<String, String> headers = Objects.requireNonNullElse(wish.headers, Map.of());
        Set<String> wanted = Objects.requireNonNullElse(wish.types, Set.of());
        Format format = Objects.requireNonNullElse(wish.format, Format.STANDARD);
        URI url = checked(Objects.requireNonNullElse(wish.url, ""), wanted, headers);
        askWhetherItAgrees(url, format, headers);
        var endpoint = new Endpoint(
                admin.tenant(),
                EndpointId.next(),
                url,
                Objects.requireNonNullElse(wish.description, "").strip(),
                wanted,
                format,
                headers.keySet().stream().sorted().toList(),
                null,
                null,
                null,
                null,
                1,
                clock.instant());
        Secret secret = Secret.next();
        transactions.executeWithoutResult(status -> {
            if (rows.all(admin.tenant()).size() >= MOST) {
                throw new WebhooksRefused.TooMany(MOST);
            }
            rows.insert(
                    endpoint,
                    safe.seal(endpoint.tenant(), endpoint.id(), secret),
                    safe.sealHeaders(endpoint.tenant(), endpoint.id(), headers));
            events.publishEvent(EndpointAdded.of(endpoint));
        });
        return new Made(endpoint, secret);
    }

    /** If the revision is still the stored one; the answer has the next. */
    Endpoint change(CurrentMember admin, EndpointId id, int revision, Wish wish) {
        admin.require(MANAGE);
        Endpoint before = Objects.requireNonNull(transactions.execute(status -> stored(admin.tenant(), id)));
        Map<String, String> headers = wish.headers;
        Set<String> wanted = Objects.requireNonNullElse(wish.types, before.types());
        URI url = checked(
                Objects.requireNonNullElse(wish.url, before.url().toString()),
                wanted,
                Objects.requireNonNullElse(headers, Map.of()));
        Format format = Objects.requireNonNullElse(wish.format, before.format());
        if (!url.equals(before.url()) || format != before.format()) {
            askWhetherItAgrees(url, format, headers == null ? storedHeaders(before) : headers);
        }
        boolean active = Objects.requireNonNullElse(wish.active, before.isActive());
        var after = new Endpoint(
                before.tenant(),
                id,
                url,
                Objects.requireNonNullElse(wish.description, before.description())
                        .strip(),
                wanted,
                format,
                headers == null
                        ? before.headerNames()
                        : headers.keySet().stream().sorted().toList(),
                before.earlierSecretUntil(),
                active ? null : Objects.requireNonNullElse(before.disabledWhy(), DisabledWhy.BY_HAND),
                before.isActive() ? before.failingSince() : null,
                before.isActive() ? before.warnedAt() : null,
                revision + 1,
                before.createdAt());
        transactions.executeWithoutResult(status -> replace(before, after, headers));
        return after;
    }

    private void replace(Endpoint before, Endpoint after, @Nullable Map<String, String> headers) {
        byte[] sealed = headers == null ? rows.headers(after) : safe.sealHeaders(after.tenant(), after.id(), headers);
        if (!rows.replace(after, sealed)) {
            throw new WebhooksRefused.Stale();
        }
        if (!after.isActive()) {
            rows.missOutstanding(after.tenant(), after.id());
        }
        events.publishEvent(EndpointChanged.of(before, after));
    }

    /** The secret of before signs beside the new one for a day, so that a receiver can take its time. */
    @Transactional
    public Made rotateSecret(CurrentMember admin, EndpointId id) {
        admin.require(MANAGE);
        Endpoint endpoint = stored(admin.tenant(), id);
        Secret secret = Secret.next();
        Instant until = clock.instant().plus(BOTH_SECRETS);
        byte[] earlier = safe.sealEarlier(endpoint.tenant(), id, rows.lockedSecret(endpoint));
        rows.rotate(endpoint, safe.seal(endpoint.tenant(), id, secret), earlier, until);
        events.publishEvent(new SecretRotated(endpoint.tenant(), id));
        return new Made(stored(admin.tenant(), id), secret);
    }

    @Transactional
    public void remove(CurrentMember admin, EndpointId id) {
        admin.require(MANAGE);
        stored(admin.tenant(), id);
        rows.remove(admin.tenant(), id);
        events.publishEvent(new EndpointRemoved(admin.tenant(), id));
    }

    /** By the platform; once, however often. */
    @Transactional
    public void disable(TenantId tenant, EndpointId id, DisabledWhy why) {
        if (rows.disable(tenant, id, why)) {
            events.publishEvent(new EndpointDisabled(tenant, id, why));
        }
    }

    private URI checked(String url, Set<String> wanted, Map<String, String> headers) {
        var errors = new ArrayList<FieldError>();
        URI address = URI.create("");
        try {
            address = new URI(url.strip());
            if (address.getFragment() != null || url.length() > 2_000) {
                throw new AddressRefusal("An address has no part after # and is not longer than 2000 characters");
            }
            outbound.check(address);
        } catch (URISyntaxException e) {
            errors.add(new FieldError("/url", "An address is written https://host/path"));
        } catch (AddressRefused | AddressRefusal e) {
            errors.add(new FieldError("/url", String.valueOf(e.getMessage())));
        } catch (UnknownHostException e) {
            errors.add(new FieldError("/url", "There is no host of this name: see that it is written as it should be"));
        }
        if (wanted.isEmpty()) {
            errors.add(new FieldError("/types", "Choose at least one type of event, or all"));
        } else if (!types.areKnown(wanted)) {
            errors.add(new FieldError("/types", "Some of these are no types of events: the list has them all"));
        }
        HeaderRules.faults(headers).forEach(fault -> errors.add(new FieldError("/headers", fault)));
        if (!errors.isEmpty()) {
            throw new WebhooksRefused.Unfit(errors);
        }
        return address;
    }

    private Map<String, String> storedHeaders(Endpoint endpoint) {
        return Objects.requireNonNull(transactions.execute(
                status -> safe.headers(endpoint.tenant(), endpoint.id().value(), rows.headers(endpoint))));
    }

    private void askWhetherItAgrees(URI url, Format format, Map<String, String> headers) {
        handshake.objection(url, format, headers).ifPresent(objection -> {
            throw new WebhooksRefused.Unfit("/url", objection);
        });
    }

    private static final class AddressRefusal extends Exception {
        private AddressRefusal(String message) {
            super(message);
        }
    }
}
