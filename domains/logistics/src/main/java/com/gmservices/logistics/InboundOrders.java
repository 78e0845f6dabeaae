package com.gmservices.logistics;

import com.gmservices.database.Ids;
import com.gmservices.logistics.SupplyChain.Destination;
import com.gmservices.logistics.SupplyChain.Item;
import com.gmservices.requests.ServiceLine.Work;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Goods that a dock or a shelf waits for. */
@Repository
class InboundOrders {

    private final Books books;

    InboundOrders(Books books) {
        this.books = books;
    }

    private record Row(
            UUID id, int position, String item, @Nullable String sku, BigDecimal quantity, String unit) {}

    void open(Work work, SupplyChain order) {
        bind(work, order).update();
        books.rows("""
                insert into logistics.inbound_line (tenant_id, id, inbound_order_id, position, item, sku, quantity, unit)
                select :tenant, row.id, :id, row.position, row.item, row.sku, row.quantity, row.unit
                from jsonb_to_recordset(:rows::jsonb) as row
                    (id uuid, position int, item text, sku text, quantity numeric, unit text)
                on conflict (tenant_id, inbound_order_id, position) do nothing
                """, work, rows(order.items()));
    }

    private JdbcClient.StatementSpec bind(Work work, SupplyChain order) {
        Party supplier = order.supplier();
        Destination destination = order.destination();
        return books.line("""
                insert into logistics.inbound_order
                    (tenant_id, id, customer_id, stage, movement,
                     supplier_name, supplier_phone, supplier_street, supplier_town, supplier_directions,
                     supplier_country, destination_name, destination_street, destination_town, destination_country,
                     ready_on, needed_by, temperature, incoterm, opened_at, stage_since)
                values (:tenant, :id, :customer, 'announced', :movement,
                        :supplierName, :supplierPhone, :supplierStreet, :supplierTown, :supplierDirections,
                        :supplierCountry, :destinationName, :destinationStreet, :destinationTown, :destinationCountry,
                        :readyOn, :neededBy, :temperature, :incoterm, :now, :now)
                on conflict (tenant_id, id) do nothing
                """, work)
                .param("movement", Books.code(order.movement()))
                .param("supplierName", supplier.name())
                .param("supplierPhone", supplier.phoneFrom(work.site()).e164())
                .param("supplierStreet", supplier.street())
                .param("supplierTown", supplier.town())
                .param("supplierDirections", supplier.directions())
                .param("supplierCountry", supplier.country())
                .param("destinationName", destination.name())
                .param("destinationStreet", destination.street())
                .param("destinationTown", destination.town())
                .param("destinationCountry", destination.country())
                .param("readyOn", order.readyOn())
                .param("neededBy", order.neededBy())
                .param("temperature", Books.code(order.temperature()))
                .param("incoterm", Books.code(order.incoterm()));
    }

    private static List<Row> rows(List<Item> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> row(i + 1, items.get(i)))
                .toList();
    }

    private static Row row(int position, Item item) {
        return new Row(Ids.next(), position, item.name(), item.sku(), item.quantity(), code(item));
    }

    private static String code(Item item) {
        return item.unit().name().toLowerCase(Locale.ROOT);
    }
}
