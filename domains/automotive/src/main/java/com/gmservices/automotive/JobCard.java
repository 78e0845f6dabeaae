package com.gmservices.automotive;

import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.line.Facts;
import com.gmservices.requests.line.Typed;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The card that hangs at the windscreen: what somebody needs to know before they touch the car. */
@Component
class JobCard {

    private final MessageSource messages;

    JobCard(MessageSource messages) {
        this.messages = messages;
    }

    List<Fact> facts(String type, Job job) {
        var facts = new Facts("automotive", type, messages);
        switch (job) {
            case MaintenanceRepair repair -> repair(repair, facts);
            case InspectionRegistration inspection -> inspection(inspection, facts);
            case PartsInstallation parts -> parts(parts, facts);
            case RoadsideAssistance call -> call(call, facts);
        }
        return facts.list();
    }

    private static void repair(MaintenanceRepair repair, Facts facts) {
        facts.text("concern", facts.with(repair.concern(), "since", repair.since()));
        vehicle(repair.vehicle(), facts);
        facts.text("odometer", odometer(repair.vehicle()));
        facts.choice("drivable", repair.drivable());
        facts.choices("warning_lights", repair.warningLights());
        facts.choice("handover", repair.handover(), place(repair.whereabouts()));
    }

    private static void inspection(InspectionRegistration inspection, Facts facts) {
        facts.choice("kind", inspection.kind());
        vehicle(inspection.vehicle(), facts);
        facts.date("expires_on", inspection.expiresOn());
        facts.date("needed_by", inspection.neededBy());
        facts.choice("last_result", inspection.lastResult(), defects(inspection));
        facts.choices("papers", inspection.papers());
    }

    private static void parts(PartsInstallation parts, Facts facts) {
        facts.text(
                "parts",
                parts.parts().stream().map(PartsInstallation.Part::text).collect(Collectors.joining(", ")));
        facts.choice("quality", parts.quality());
        vehicle(parts.vehicle(), facts);
        facts.text("odometer", odometer(parts.vehicle()));
        facts.choice("fitting", parts.fitting(), place(parts.whereabouts()));
        facts.date("needed_by", parts.neededBy());
    }

    private static void call(RoadsideAssistance call, Facts facts) {
        facts.choice("problem", call.problem(), call.description());
        facts.choice("safety", call.safety());
        facts.text("place", call.place().text());
        facts.text("phone", call.phone());
        facts.text("vehicle", call.vehicle().text());
        facts.text("passengers", call.passengers().toString());
        facts.text("tow_destination", call.towDestination());
        facts.choice("fuel", call.fuel());
    }

    private static void vehicle(Vehicle vehicle, Facts facts) {
        facts.text("vehicle", vehicle.text());
        facts.text("plate", vehicle.plateText());
        facts.text("vin", vehicle.vin());
    }

    private static @Nullable String odometer(Vehicle vehicle) {
        return vehicle.reading()
                .map(odometer -> odometer.text(LocaleContextHolder.getLocale()))
                .orElse(null);
    }

    private static @Nullable String place(@Nullable Whereabouts whereabouts) {
        return whereabouts == null ? null : whereabouts.text();
    }

    private static @Nullable String defects(InspectionRegistration inspection) {
        return Typed.optional(inspection.previousDefects().stream()
                .map(InspectionRegistration.Defect::defect)
                .collect(Collectors.joining(", ")));
    }
}
