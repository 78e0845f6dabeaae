package com.gmservices.automotive;

import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks of a wish what the person at the garage's counter would ask. */
@Component
class ServiceAdvisor {

    private static final int LONGEST_VALID_YEARS = 15;

    private final VehicleCheck vehicles;
    private final MessageSource messages;

    ServiceAdvisor(VehicleCheck vehicles, MessageSource messages) {
        this.vehicles = vehicles;
        this.messages = messages;
    }

    List<Remark> look(Wish wish) {
        var findings = new Findings("automotive", messages);
        Job job = (Job) wish.details();
        if (job instanceof GarageJob inGarage) {
            vehicles.look(inGarage.vehicle(), wish, findings);
        }
        switch (job) {
            case MaintenanceRepair repair -> look(repair, findings);
            case InspectionRegistration inspection -> look(inspection, wish.today(), findings);
            case PartsInstallation parts -> look(parts, wish.today(), findings);
            case RoadsideAssistance call -> look(call, findings);
        }
        return findings.remarks();
    }

    private static void look(MaintenanceRepair repair, Findings findings) {
        if (repair.handover() == MaintenanceRepair.Handover.PICK_UP && repair.whereabouts() == null) {
            findings.unfit("whereabouts", "pick-up");
        }
        if (repair.isUnsafeToDrive()) {
            findings.remark("stop");
        }
        if (repair.drivable() == MaintenanceRepair.Drivable.NO
                && repair.handover() != MaintenanceRepair.Handover.PICK_UP) {
            findings.remark("not-drivable");
        }
    }

    private static void look(InspectionRegistration inspection, LocalDate today, Findings findings) {
        findings.notPast("needed_by", inspection.neededBy(), today);
        LocalDate expiry = inspection.expiresOn();
        if (expiry != null && expiry.isAfter(today.plusYears(LONGEST_VALID_YEARS))) {
            findings.unfit("expires_on", "expiry");
        } else if (expiry != null && expiry.isBefore(today)) {
            findings.remark("expired", Findings.day(expiry));
        }
        if (inspection.lastResult() == InspectionRegistration.LastResult.FAILED
                && inspection.previousDefects().isEmpty()) {
            findings.unfit("previous_defects", "defects");
        }
        if (inspection.previousDefects().stream().anyMatch(InspectionRegistration.Defect::isOpenDanger)) {
            findings.remark("dangerous");
        }
    }

    private static void look(PartsInstallation parts, LocalDate today, Findings findings) {
        findings.notPast("needed_by", parts.neededBy(), today);
        boolean nothingToOrder = parts.parts().stream().noneMatch(PartsInstallation.Part::isToBeOrdered);
        if (parts.fitting() == PartsInstallation.Fitting.PARTS_ONLY && nothingToOrder) {
            findings.unfit("fitting", "nothing-to-do");
        }
        if (parts.fitting() == PartsInstallation.Fitting.WHERE_THE_CAR_STANDS && parts.whereabouts() == null) {
            findings.unfit("whereabouts", "fitting");
        }
        if (parts.vehicle().vin() == null && !nothingToOrder) {
            findings.remark("no-vin");
        }
    }

    private static void look(RoadsideAssistance call, Findings findings) {
        switch (call.problem()) {
            case TOW -> findings.require(call.towDestination(), "tow_destination", "tow");
            case OUT_OF_FUEL -> {
                findings.require(call.fuel(), "fuel", "fuel");
                if (call.fuel() == Fuel.ELECTRIC) {
                    findings.unfit("problem", "electric");
                }
            }
            case FLAT_TYRE -> {
                if (Boolean.FALSE.equals(call.spareWheel())) {
                    findings.remark("no-spare");
                }
            }
            case BATTERY, LOCKED_OUT, STUCK -> {}
        }
        if (call.safety() == RoadsideAssistance.Safety.IN_TRAFFIC) {
            findings.remark("in-traffic");
        }
    }
}
