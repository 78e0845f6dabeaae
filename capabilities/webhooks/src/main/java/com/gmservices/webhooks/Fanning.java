package com.gmservices.webhooks;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.events.Follower;
import com.gmservices.events.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Follows the log and puts each event on its way to every endpoint that wants it: nowhere else is it written down. */
@Component
class Fanning implements Follower {

    private final JdbcClient platform;
    private final EventTypes types;
    private final Dispatch dispatch;

    /** An endpoint, as far as it decides about what it is told. */
    private record Wanting(UUID tenant, UUID id, Set<String> types, boolean active) {

        boolean wants(Message message) {
            return tenant.equals(message.tenant().value())
                    && (types.contains(EventTypes.ALL) || types.contains(message.type()));
        }
    }

    private record Copy(Message message, Wanting endpoint) {}

    Fanning(@PlatformDatabase JdbcClient platform, EventTypes types, Dispatch dispatch) {
        this.platform = platform;
        this.types = types;
        this.dispatch = dispatch;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public void follow(List<Happening> happenings) {
        List<Wanting> endpoints = endpoints(happenings);
        if (endpoints.isEmpty()) {
            return;
        }
        List<Message> messages = happenings.stream()
                .filter(happening -> endpoints.stream()
                        .anyMatch(endpoint ->
                                endpoint.tenant.equals(happening.tenant().value())))
                .flatMap(happening -> types.message(happening).stream())
                .toList();
        List<Copy> copies = new ArrayList<>();
        messages.forEach(message -> endpoints.stream()
                .filter(endpoint -> endpoint.wants(message))
                .forEach(endpoint -> copies.add(new Copy(message, endpoint))));
        if (!copies.isEmpty()) {
            write(copies);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    dispatch.wake();
                }
            });
        }
    }

    private List<Wanting> endpoints(List<Happening> happenings) {
        UUID[] tenants = happenings.stream()
                .map(happening -> happening.tenant().value())
                .distinct()
                .toArray(UUID[]::new);
        return platform.sql("select tenant_id, id, types, state from webhooks.endpoint where tenant_id = any (?)")
                .param(tenants)
                .query((row, index) -> new Wanting(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("id", UUID.class),
                        Set.of((String[]) row.getArray("types").getArray()),
                        row.getString("state").equals("active")))
                .list();
    }

    private void write(List<Copy> copies) {
        Map<UUID, Message> messages = copies.stream()
                .map(Copy::message)
                .collect(Collectors.toMap(Message::id, message -> message, (one, same) -> one));
        Deliveries.insert(platform, List.copyOf(messages.values()));
        platform.sql("""
                insert into webhooks.delivery (tenant_id, message_id, endpoint_id, state, attempts)
                select tenant, message, endpoint, case when active then 'pending' else 'missed' end, 0
                from unnest(:tenants::uuid[], :messages::uuid[], :endpoints::uuid[], :active::boolean[])
                    copy (tenant, message, endpoint, active)
                on conflict do nothing
                """)
                .param("tenants", array(copies, copy -> copy.endpoint.tenant))
                .param("messages", array(copies, copy -> copy.message.id()))
                .param("endpoints", array(copies, copy -> copy.endpoint.id))
                .param(
                        "active",
                        copies.stream().map(copy -> copy.endpoint.active).toArray(Boolean[]::new))
                .update();
        List<Copy> due = copies.stream().filter(copy -> copy.endpoint.active).toList();
        platform.sql("""
                insert into webhooks.outstanding (tenant_id, endpoint_id, message_id, due_at, attempts)
                select tenant, endpoint, message, now(), 0
                from unnest(:tenants::uuid[], :endpoints::uuid[], :messages::uuid[]) copy (tenant, endpoint, message)
                on conflict do nothing
                """)
                .param("tenants", array(due, copy -> copy.endpoint.tenant))
                .param("endpoints", array(due, copy -> copy.endpoint.id))
                .param("messages", array(due, copy -> copy.message.id()))
                .update();
    }

    private static UUID[] array(List<Copy> copies, Function<Copy, UUID> value) {
        return copies.stream().map(value).toArray(UUID[]::new);
    }
}
