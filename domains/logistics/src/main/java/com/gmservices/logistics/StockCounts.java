package com.gmservices.logistics;

import com.gmservices.database.Ids;
import com.gmservices.logistics.InventoryTracking.Item;
import com.gmservices.logistics.InventoryTracking.Store;
import com.gmservices.requests.ServiceLine.Work;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of what lies on shelves, with what the books expect there. */
@Repository
class StockCounts {

    private final Books books;

    StockCounts(Books books) {
        this.books = books;
    }

    private record Row(
            UUID id,
            int position,
            String sku,
            @Nullable String item,
            @Nullable BigDecimal expected) {}

    void open(Work work, InventoryTracking count) {
        bind(work, count).update();
        books.rows("""
                insert into logistics.count_line (tenant_id, id, stock_count_id, position, sku, item, expected)
                select :tenant, row.id, :id, row.position, row.sku, row.item, row.expected
                from jsonb_to_recordset(:rows::jsonb) as row
                    (id uuid, position int, sku text, item text, expected numeric)
                on conflict (tenant_id, stock_count_id, position) do nothing
                """, work, rows(count.items()));
    }

    private JdbcClient.StatementSpec bind(Work work, InventoryTracking count) {
        Store store = count.store();
        return books.line("""
                insert into logistics.stock_count
                    (tenant_id, id, customer_id, stage, kind, store_name, store_street, store_town, store_area,
                     different_items, count_on, count_from, open_meanwhile, discrepancies, opened_at, stage_since)
                values (:tenant, :id, :customer, 'requested', :kind, :name, :street, :town, :area,
                        :differentItems, :on, :from, :openMeanwhile, :discrepancies, :now, :now)
                on conflict (tenant_id, id) do nothing
                """, work)
                .param("kind", Books.code(count.kind()))
                .param("name", store.name())
                .param("street", store.street())
                .param("town", store.town())
                .param("area", store.area())
                .param("differentItems", count.differentItems())
                .param("on", count.on())
                .param("from", count.from())
                .param("openMeanwhile", count.isOpenMeanwhile())
                .param("discrepancies", Books.code(count.discrepancies()));
    }

    private static List<Row> rows(List<Item> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> row(i + 1, items.get(i)))
                .toList();
    }

    private static Row row(int position, Item item) {
        return new Row(Ids.next(), position, item.sku(), item.name(), item.expected());
    }
}
