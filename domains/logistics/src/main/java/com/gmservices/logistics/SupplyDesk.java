package com.gmservices.logistics;

import com.gmservices.logistics.SupplyChain.Incoterm;
import com.gmservices.logistics.SupplyChain.Item;
import com.gmservices.logistics.SupplyChain.Movement;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.time.LocalDate;
import java.util.List;

/** Looks at an inbound order as the person at the receiving dock. */
final class SupplyDesk {

    private SupplyDesk() {}

    static void look(SupplyChain order, Wish wish, Findings findings) {
        Spot from = order.supplier().spot();
        Spot to = order.destination().spot();
        Doors.lookAtPhone("supplier", order.supplier(), wish.site(), findings);
        Doors.lookAtWay("destination/street", from, to, findings);
        lookAtItems(order.items(), findings);
        lookAtDays(order, wish, findings);
        lookAtTerms(order, from.isAcrossABorderFrom(to, wish.site()), findings);
        Doors.remarkBorder(from, to, wish.site(), findings);
        if (order.temperature() != null && order.temperature().needsACooledVehicle()) {
            findings.remark("temperature");
        }
    }

    private static void lookAtItems(List<Item> items, Findings findings) {
        var rows = new Rows();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String at = "items/%d/".formatted(i);
            if (item.unit().isCounted() && !Figure.isWhole(item.quantity())) {
                findings.unfit(at + "quantity", "whole");
            }
            if (item.sku() != null) {
                rows.before(i, item.sku()).ifPresent(row -> findings.unfit(at + "sku", "sku-twice", row));
            }
        }
    }

    private static void lookAtDays(SupplyChain order, Wish wish, Findings findings) {
        LocalDate needed = order.neededBy();
        findings.notPast("needed_by", needed, wish.today());
        Days.lookAhead("ready_on", order.readyOn(), wish, findings);
        if (needed != null && needed.isBefore(order.readyOn())) {
            findings.unfit("needed_by", "before-ready", Findings.day(order.readyOn()));
        } else if (needed != null && needed.equals(order.readyOn())) {
            findings.remark("tight");
        }
    }

    private static void lookAtTerms(SupplyChain order, boolean crossesABorder, Findings findings) {
        Incoterm term = order.incoterm();
        if (term == null) {
            if (crossesABorder && order.movement() == Movement.INBOUND) {
                findings.remark("no-incoterm");
            }
        } else if (order.movement() == Movement.REPLENISHMENT) {
            findings.unfit("incoterm", "own-goods");
        } else if (term.isForShipsOnly()) {
            findings.remark("port", term);
        }
    }
}
