package com.gmservices.technology;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Priority;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceLine;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Domain;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a firm for information technology offers at the desk, and what it writes into its own books as work goes on. */
@Component
class TechnologyLine implements ServiceLine {

    static final ServiceType SOFTWARE_DEVELOPMENT =
            new ServiceType("software_development", SoftwareDevelopment.class, Examples::softwareDevelopment);
    static final ServiceType IT_CONSULTING =
            new ServiceType("it_consulting", ItConsulting.class, Examples::itConsulting);
    static final ServiceType HARDWARE_PROCUREMENT =
            new ServiceType("hardware_procurement", HardwareProcurement.class, Examples::hardwareProcurement);
    static final ServiceType SYSTEM_MAINTENANCE =
            new ServiceType("system_maintenance", SystemMaintenance.class, Examples::systemMaintenance);

    private final SalesEngineer engineer;
    private final JobSheet sheet;
    private final RateCard rates;
    private final Projects projects;
    private final Engagements engagements;
    private final PurchaseOrders orders;
    private final Tickets tickets;
    private final Stages stages;

    TechnologyLine(
            SalesEngineer engineer,
            JobSheet sheet,
            RateCard rates,
            Projects projects,
            Engagements engagements,
            PurchaseOrders orders,
            Tickets tickets,
            Stages stages) {
        this.engineer = engineer;
        this.sheet = sheet;
        this.rates = rates;
        this.projects = projects;
        this.engagements = engagements;
        this.orders = orders;
        this.tickets = tickets;
        this.stages = stages;
    }

    @Override
    public Domain domain() {
        return Domain.TECHNOLOGY;
    }

    @Override
    public List<ServiceType> types() {
        return List.of(SOFTWARE_DEVELOPMENT, IT_CONSULTING, HARDWARE_PROCUREMENT, SYSTEM_MAINTENANCE);
    }

    @Override
    public List<Remark> create(Wish wish) {
        return engineer.look(wish);
    }

    @Override
    public void process(Work work) {
        if (work.move().equals("create")) {
            open(work);
        } else {
            advance(work.request(), (Brief) work.details(), work.move());
        }
    }

    private void open(Work work) {
        switch ((Brief) work.details()) {
            case SoftwareDevelopment project -> projects.open(work.request(), work.customer(), project);
            case ItConsulting consulting -> engagements.open(work.request(), work.customer(), consulting);
            case HardwareProcurement purchase -> orders.open(work.request(), work.customer(), purchase);
            case SystemMaintenance ticket ->
                tickets.open(
                        work.request(), work.customer(), ticket, work.site().timeZone());
        }
    }

    private void advance(RequestId id, Brief brief, String move) {
        switch (brief) {
            case SoftwareDevelopment _ ->
                ProjectStage.after(move).ifPresent(stage -> stages.advance(Book.PROJECT, id, stage));
            case ItConsulting _ ->
                EngagementStage.after(move).ifPresent(stage -> stages.advance(Book.ENGAGEMENT, id, stage));
            case HardwareProcurement _ ->
                OrderStage.after(move).ifPresent(stage -> stages.advance(Book.PURCHASE_ORDER, id, stage));
            case SystemMaintenance _ ->
                TicketStage.after(move).ifPresent(stage -> stages.advance(Book.TICKET, id, stage));
        }
    }

    @Override
    public Optional<String> status(String type, RequestStatus status) {
        return Optional.of("technology.status.%s.%s".formatted(type, status.code()));
    }

    @Override
    public Priority priority(String type, Record details) {
        return switch ((Brief) details) {
            case SystemMaintenance ticket -> ticket.priority().desk();
            case SoftwareDevelopment _, ItConsulting _, HardwareProcurement _ -> Priority.NORMAL;
        };
    }

    @Override
    public List<Draft> proposals(Currency currency) {
        return rates.in(currency);
    }

    @Override
    public List<Fact> card(String type, Record details) {
        return sheet.facts(type, (Brief) details);
    }
}
