package com.gmservices.logistics;

import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks of a wish what the person who has to send somebody would ask. */
@Component
class Dispatcher {

    private final ParcelCounter parcels;
    private final MessageSource messages;

    Dispatcher(ParcelCounter parcels, MessageSource messages) {
        this.parcels = parcels;
        this.messages = messages;
    }

    List<Remark> look(Wish wish) {
        var findings = new Findings("logistics", messages);
        switch ((Job) wish.details()) {
            case PackageDelivery delivery -> parcels.look(delivery, wish, findings);
            case SupplyChain order -> SupplyDesk.look(order, wish, findings);
            case InventoryTracking count -> CountDesk.look(count, wish, findings);
            case RouteOptimization plan -> RouteDesk.look(plan, wish, findings);
        }
        return findings.remarks();
    }
}
