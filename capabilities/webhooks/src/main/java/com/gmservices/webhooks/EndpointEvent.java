package com.gmservices.webhooks;

import com.gmservices.audit.Act;
import com.gmservices.audit.Recorded;
import com.gmservices.tenancy.TenantId;
import java.util.Map;

/** What was done to an endpoint, for the trail. Headers are told by their names. */
sealed interface EndpointEvent extends Recorded {

    EndpointId endpoint();

    record EndpointAdded(TenantId tenant, EndpointId endpoint, Map<String, Object> facts) implements EndpointEvent {

        static EndpointAdded of(Endpoint endpoint) {
            return new EndpointAdded(endpoint.tenant(), endpoint.id(), EndpointEvent.facts(endpoint));
        }

        @Override
        public Act act() {
            return EndpointEvent.act(this, "webhook.added").to(facts);
        }
    }

    record EndpointChanged(TenantId tenant, EndpointId endpoint, Map<String, Object> before, Map<String, Object> after)
            implements EndpointEvent {

        static EndpointChanged of(Endpoint before, Endpoint after) {
            return new EndpointChanged(
                    after.tenant(), after.id(), EndpointEvent.facts(before), EndpointEvent.facts(after));
        }

        @Override
        public Act act() {
            return EndpointEvent.act(this, "webhook.changed").from(before).to(after);
        }
    }

    record EndpointRemoved(TenantId tenant, EndpointId endpoint) implements EndpointEvent {

        @Override
        public Act act() {
            return EndpointEvent.act(this, "webhook.removed");
        }
    }

    record SecretRotated(TenantId tenant, EndpointId endpoint) implements EndpointEvent {

        @Override
        public Act act() {
            return EndpointEvent.act(this, "webhook.secret_rotated");
        }
    }

    record EndpointDisabled(TenantId tenant, EndpointId endpoint, Endpoint.DisabledWhy why) implements EndpointEvent {

        @Override
        public Act act() {
            return EndpointEvent.act(this, "webhook.disabled").to(Map.of("why", why));
        }
    }

    record DeliveriesReplayed(TenantId tenant, EndpointId endpoint, int count) implements EndpointEvent {

        @Override
        public Act act() {
            return EndpointEvent.act(this, "webhook.replayed").to(Map.of("deliveries", count));
        }
    }

    private static Act act(EndpointEvent event, String action) {
        return Act.of(action, "webhook", event.endpoint());
    }

    private static Map<String, Object> facts(Endpoint endpoint) {
        return Map.of(
                "url", endpoint.url(),
                "types", endpoint.types(),
                "format", endpoint.format(),
                "headers", endpoint.headerNames(),
                "active", endpoint.isActive());
    }
}
