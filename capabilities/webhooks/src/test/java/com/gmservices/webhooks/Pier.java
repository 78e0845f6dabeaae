package com.gmservices.webhooks;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import com.gmservices.webhooks.Endpoint.Format;
import com.gmservices.webhooks.Endpoints.Made;
import com.gmservices.webhooks.Endpoints.Wish;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** A business where ships moor, and which has an administrator. */
record Pier(TenantId id, CurrentMember admin, Tools tools) {

    record ShipMoored(TenantId tenant, UUID aggregate, int revision) implements WebhookEvent {

        @Override
        public String webhookType() {
            return "ship.moored";
        }

        @Override
        public Map<String, ?> webhookData() {
            return Map.of("id", aggregate);
        }
    }

    record Tools(
            Tenants tenants,
            Members members,
            Endpoints endpoints,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {}

    @Configuration(proxyBeanMethods = false)
    static class Examples {

        @Bean
        WebhookExamples ships() {
            return new WebhookExamples(List.of(new ShipMoored(new TenantId(new UUID(0, 1)), new UUID(0, 2), 1)));
        }
    }

    static Pier open(Tools tools) {
        TenantId id = TenantId.next();
        return CurrentTenant.call(id, () -> {
            tools.tenants.found(
                    id,
                    new NewTenant(
                            "pier-" + id.toString().substring(24),
                            "Pier",
                            ZoneOffset.UTC,
                            Currency.getInstance("EUR"),
                            Set.of(Domain.LOGISTICS)));
            Member ada = tools.members.join(
                    IdentityId.next(),
                    new Members.Contact("Ada", "ada-%s@example.com".formatted(id), null),
                    Set.of(Role.ADMIN),
                    true);
            return new Pier(id, tools.members.toCurrent(ada), tools);
        });
    }

    Made endpoint(String url) {
        return endpoint(url, Format.STANDARD, Map.of());
    }

    Made endpoint(String url, Format format, Map<String, String> headers) {
        return in(
                () -> tools.endpoints.add(admin, new Wish(url, "Test", Set.of("ship.moored"), format, headers, null)));
    }

    void change(Endpoint endpoint, boolean active) {
        in(() -> tools.endpoints.change(
                admin,
                endpoint.id(),
                tools.endpoints.find(admin, endpoint.id()).revision(),
                new Wish(null, null, null, null, null, active)));
    }

    UUID moor() {
        UUID ship = UUID.randomUUID();
        CurrentTenant.run(
                id,
                () -> tools.transactions.executeWithoutResult(
                        status -> tools.events.publishEvent(new ShipMoored(id, ship, 1))));
        return ship;
    }

    <T> T in(Callable<T> work) {
        return CurrentTenant.call(id, () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
