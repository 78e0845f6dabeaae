package com.gmservices.hospitality;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Priority;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceLine;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Domain;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a house offers at the desk, and what it writes into its own books as guests come and go. */
@Component
class HospitalityLine implements ServiceLine {

    static final ServiceType HOTEL_BOOKING =
            new ServiceType("hotel_booking", HotelBooking.class, Examples::hotelBooking);
    static final ServiceType EVENT_SPACE = new ServiceType("event_space", EventSpace.class, Examples::eventSpace);
    static final ServiceType CATERING = new ServiceType("catering", Catering.class, Examples::catering);
    static final ServiceType GUEST_SERVICES =
            new ServiceType("guest_services", GuestService.class, Examples::guestService);

    private final FrontDesk desk;
    private final HouseCard card;
    private final HouseMenu menu;
    private final Reservations reservations;
    private final EventOrders events;
    private final CateringOrders orders;
    private final GuestTickets tickets;

    HospitalityLine(
            FrontDesk desk,
            HouseCard card,
            HouseMenu menu,
            Reservations reservations,
            EventOrders events,
            CateringOrders orders,
            GuestTickets tickets) {
        this.desk = desk;
        this.card = card;
        this.menu = menu;
        this.reservations = reservations;
        this.events = events;
        this.orders = orders;
        this.tickets = tickets;
    }

    @Override
    public Domain domain() {
        return Domain.HOSPITALITY;
    }

    @Override
    public List<ServiceType> types() {
        return List.of(HOTEL_BOOKING, EVENT_SPACE, CATERING, GUEST_SERVICES);
    }

    @Override
    public List<Remark> create(Wish wish) {
        return desk.look(wish);
    }

    @Override
    public void process(Work work) {
        if (work.move().equals("create")) {
            open(work);
        } else {
            advance(work);
        }
    }

    private void open(Work work) {
        switch ((HouseOrder) work.details()) {
            case HotelBooking booking -> reservations.open(work, booking);
            case EventSpace event -> events.open(work, event);
            case Catering order -> orders.open(work, order);
            case GuestService service -> tickets.open(work, service);
        }
    }

    private void advance(Work work) {
        switch ((HouseOrder) work.details()) {
            case HotelBooking _ -> StayStage.after(work.move()).ifPresent(stage -> reservations.advance(work, stage));
            case EventSpace _ -> EventStage.after(work.move()).ifPresent(stage -> events.advance(work, stage));
            case Catering _ -> CateringStage.after(work.move()).ifPresent(stage -> orders.advance(work, stage));
            case GuestService _ -> TicketStage.after(work.move()).ifPresent(stage -> tickets.advance(work, stage));
        }
    }

    @Override
    public Optional<String> status(String type, RequestStatus status) {
        return Optional.of("hospitality.status.%s.%s".formatted(type, status.code()));
    }

    @Override
    public Priority priority(String type, Record details) {
        return details instanceof GuestService service ? Concierge.priority(service) : Priority.NORMAL;
    }

    /** Each of the four has its day and hour among the details. */
    @Override
    public boolean asksWhen(String type) {
        return false;
    }

    @Override
    public List<Draft> proposals(Currency currency) {
        return menu.in(currency);
    }

    @Override
    public List<Fact> card(String type, Record details) {
        return card.facts(type, (HouseOrder) details);
    }
}
