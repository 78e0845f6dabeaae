package com.gmservices.logistics;

import com.gmservices.logistics.InventoryTracking.Discrepancies;
import com.gmservices.logistics.InventoryTracking.Item;
import com.gmservices.logistics.InventoryTracking.Kind;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.util.List;

/** Looks at a count as the person who will stand between the shelves with the list. */
final class CountDesk {

    private CountDesk() {}

    static void look(InventoryTracking count, Wish wish, Findings findings) {
        Days.look("on", count.on(), wish, findings);
        lookAtExtent(count, findings);
        lookAtItems(count.items(), count.discrepancies(), findings);
        if (count.isOpenMeanwhile() && count.kind() == Kind.FULL) {
            findings.remark("open-meanwhile");
        }
        if (count.discrepancies() == Discrepancies.ADJUST && count.items().isEmpty()) {
            findings.remark("books");
        }
    }

    private static void lookAtExtent(InventoryTracking count, Findings findings) {
        Integer different = count.differentItems();
        int listed = count.items().size();
        if (count.kind() == Kind.SPOT && listed == 0) {
            findings.unfit("items", "spot");
        } else if (listed == 0) {
            findings.require(different, "different_items", "extent");
        }
        if (different != null && different < listed) {
            findings.unfit("different_items", "fewer", listed);
        }
    }

    private static void lookAtItems(List<Item> items, Discrepancies discrepancies, Findings findings) {
        var rows = new Rows();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String at = "items/%d/".formatted(i);
            rows.before(i, item.sku()).ifPresent(row -> findings.unfit(at + "sku", "sku-twice", row));
            if (discrepancies == Discrepancies.ADJUST) {
                findings.require(item.expected(), at + "expected", "expected");
            }
        }
    }
}
