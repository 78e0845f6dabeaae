package com.gmservices.automotive;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Priority;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceLine;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Domain;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a garage offers at the desk, and what it writes into its own books as work goes on. */
@Component
class AutomotiveLine implements ServiceLine {

    static final ServiceType MAINTENANCE_REPAIR =
            new ServiceType("maintenance_repair", MaintenanceRepair.class, Examples::maintenanceRepair);
    static final ServiceType INSPECTION_REGISTRATION =
            new ServiceType("inspection_registration", InspectionRegistration.class, Examples::inspectionRegistration);
    static final ServiceType PARTS_INSTALLATION =
            new ServiceType("parts_installation", PartsInstallation.class, Examples::partsInstallation);
    static final ServiceType ROADSIDE_ASSISTANCE =
            new ServiceType("roadside_assistance", RoadsideAssistance.class, Examples::roadsideAssistance);

    private final ServiceAdvisor advisor;
    private final JobCard card;
    private final GarageMenu menu;
    private final Vehicles vehicles;
    private final RepairOrders orders;
    private final RoadsideCalls calls;
    private final Clock clock;

    AutomotiveLine(
            ServiceAdvisor advisor,
            JobCard card,
            GarageMenu menu,
            Vehicles vehicles,
            RepairOrders orders,
            RoadsideCalls calls,
            Clock clock) {
        this.advisor = advisor;
        this.card = card;
        this.menu = menu;
        this.vehicles = vehicles;
        this.orders = orders;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Domain domain() {
        return Domain.AUTOMOTIVE;
    }

    @Override
    public List<ServiceType> types() {
        return List.of(MAINTENANCE_REPAIR, INSPECTION_REGISTRATION, PARTS_INSTALLATION, ROADSIDE_ASSISTANCE);
    }

    @Override
    public List<Remark> create(Wish wish) {
        return advisor.look(wish);
    }

    @Override
    public void process(Work work) {
        switch ((Job) work.details()) {
            case GarageJob job -> process(work, job);
            case RoadsideAssistance call -> process(work, call);
        }
    }

    private void process(Work work, GarageJob job) {
        if (work.move().equals("create")) {
            VehicleId vehicle = vehicles.remember(work.customer(), Sighting.of(job.vehicle()));
            orders.open(work.request(), vehicle, work.type().code());
            var today = LocalDate.ofInstant(clock.instant(), work.site().timeZone());
            job.vehicle()
                    .reading()
                    .ifPresent(
                            odometer -> vehicles.note(vehicle, work.request(), new Vehicles.Reading(odometer, today)));
        } else {
            RepairStage.after(work.move()).ifPresent(stage -> orders.advance(work.request(), stage));
        }
    }

    private void process(Work work, RoadsideAssistance call) {
        if (work.move().equals("create")) {
            VehicleId vehicle = vehicles.remember(work.customer(), Sighting.of(call.vehicle()));
            calls.open(work.request(), vehicle, call);
        } else {
            RoadsideStage.after(work.move()).ifPresent(stage -> calls.advance(work.request(), stage));
        }
    }

    @Override
    public Optional<String> status(String type, RequestStatus status) {
        return Optional.of("automotive.status.%s.%s".formatted(type, status.code()));
    }

    /** Whoever stands beside a road cannot wait for tomorrow. */
    @Override
    public Priority priority(String type, Record details) {
        return type.equals(ROADSIDE_ASSISTANCE.code()) ? Priority.URGENT : Priority.NORMAL;
    }

    @Override
    public List<Draft> proposals(Currency currency) {
        return menu.in(currency);
    }

    @Override
    public List<Fact> card(String type, Record details) {
        return card.facts(type, (Job) details);
    }
}
