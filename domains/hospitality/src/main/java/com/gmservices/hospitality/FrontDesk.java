package com.gmservices.hospitality;

import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends each wish to those in the house who would ask about it. */
@Component
class FrontDesk {

    private final Reception reception;
    private final Banqueting banqueting;
    private final Kitchen kitchen;
    private final Concierge concierge;
    private final MessageSource messages;

    FrontDesk(
            Reception reception, Banqueting banqueting, Kitchen kitchen, Concierge concierge, MessageSource messages) {
        this.reception = reception;
        this.banqueting = banqueting;
        this.kitchen = kitchen;
        this.concierge = concierge;
        this.messages = messages;
    }

    List<Remark> look(Wish wish) {
        var findings = new Findings("hospitality", messages);
        switch ((HouseOrder) wish.details()) {
            case HotelBooking booking -> reception.look(booking, wish, findings);
            case EventSpace event -> banqueting.look(event, wish, findings);
            case Catering order -> kitchen.look(order, wish, findings);
            case GuestService service -> concierge.look(service, wish, findings);
        }
        return findings.remarks();
    }
}
