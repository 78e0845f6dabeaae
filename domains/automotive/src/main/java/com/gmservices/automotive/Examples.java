package com.gmservices.automotive;

import com.gmservices.automotive.InspectionRegistration.Defect;
import com.gmservices.automotive.MaintenanceRepair.Drivable;
import com.gmservices.automotive.MaintenanceRepair.Handover;
import com.gmservices.automotive.MaintenanceRepair.Since;
import com.gmservices.automotive.MaintenanceRepair.WarningLight;
import com.gmservices.automotive.PartsInstallation.Part;
import java.time.LocalDate;
import java.util.List;

/** Details as a customer might fill them in on a day; they are accepted as they stand. */
final class Examples {

    private Examples() {}

    static MaintenanceRepair maintenanceRepair(LocalDate today) {
        return new MaintenanceRepair(
                accord(),
                "Grinding noise from the front left wheel when braking, worse in the morning.",
                Since.THIS_WEEK,
                List.of(WarningLight.ABS),
                Drivable.WITH_CARE,
                Handover.DROP_OFF,
                null);
    }

    static InspectionRegistration inspectionRegistration(LocalDate today) {
        return new InspectionRegistration(
                accord(),
                InspectionRegistration.Kind.ROADWORTHINESS,
                today.plusDays(20),
                today.plusDays(14),
                InspectionRegistration.LastResult.PASSED_WITH_ADVISORIES,
                List.of(new Defect("Front tyres close to the limit", Defect.Severity.ADVISORY, true)),
                List.of(InspectionRegistration.Paper.REGISTRATION, InspectionRegistration.Paper.LAST_REPORT));
    }

    static PartsInstallation partsInstallation(LocalDate today) {
        return new PartsInstallation(
                accord(),
                List.of(
                        new Part("Front brake pads, set", "45022-S84-A02", 1, false),
                        new Part("Front brake discs", null, 2, false)),
                PartsInstallation.Quality.GENUINE,
                PartsInstallation.Fitting.AT_THE_GARAGE,
                today.plusDays(10),
                null);
    }

    static RoadsideAssistance roadsideAssistance(LocalDate today) {
        return new RoadsideAssistance(
                RoadsideAssistance.Safety.SAFE,
                RoadsideAssistance.Problem.TOW,
                "The engine stopped while driving and does not turn over.",
                new RoadsideAssistance.Place(
                        "Third Mainland Bridge, towards the island", "just after the Adeniji exit", "Lagos"),
                "+234 803 555 0142",
                new RoadsideAssistance.Car("KJA-482-FD", "Honda", "Accord", "silver"),
                1,
                "GM Services, 12 Marina, Lagos",
                null,
                null);
    }

    private static Vehicle accord() {
        return new Vehicle(
                "Honda",
                "Accord",
                2003,
                "KJA-482-FD",
                "Lagos",
                "1HGCM82633A004352",
                184_200,
                DistanceUnit.KM,
                Fuel.PETROL);
    }
}
