package com.gmservices.technology;

import com.gmservices.requests.RequestId;
import com.gmservices.technology.HardwareProcurement.Item;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Purchases for customers, line by line. Writing the same twice is writing it once. */
@Repository
class PurchaseOrders {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Clock clock;

    PurchaseOrders(JdbcClient jdbc, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    void open(RequestId id, MemberId customer, HardwareProcurement wish) {
        var budget = Spending.of(wish.budget(), tenants);
        int opened = jdbc.sql("""
                insert into technology.purchase_order
                    (tenant_id, id, customer_id, condition, handover, deliver_to, installation, warranty, needed_by,
                     budget_from, budget_up_to, currency, stage, opened_at, stage_since)
                values (:tenant, :id, :customer, :condition, :handover, :deliverTo, :installation, :warranty, :neededBy,
                        :from, :upTo, :currency, 'requisition', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("customer", customer.value())
                .param("condition", code(wish.condition()))
                .param("handover", code(wish.handover()))
                .param(
                        "deliverTo",
                        wish.comesToTheCustomer() && wish.deliverTo() != null
                                ? wish.deliverTo().text()
                                : null)
                .param("installation", code(wish.installation()))
                .param("warranty", code(wish.warranty()))
                .param("neededBy", wish.neededBy())
                .param("from", budget.from())
                .param("upTo", budget.upTo())
                .param("currency", budget.currency())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (opened > 0) {
            fill(id, wish.items());
        }
    }

    private void fill(RequestId order, List<Item> items) {
        jdbc.sql("""
                insert into technology.purchase_order_line
                    (tenant_id, purchase_order_id, position, item, specification, quantity)
                select ?, ?, position, item, specification, quantity
                from unnest(?, ?, ?) with ordinality as ordered (item, specification, quantity, position)
                """)
                .params(
                        CurrentTenant.id().value(),
                        order.value(),
                        items.stream().map(Item::name).toArray(String[]::new),
                        items.stream().map(Item::specification).toArray(String[]::new),
                        items.stream().map(Item::quantity).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable String code(@Nullable Enum<?> choice) {
        return choice == null ? null : choice.name().toLowerCase(Locale.ROOT);
    }
}
