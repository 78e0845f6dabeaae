package com.gmservices.automotive;

import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import com.gmservices.tenancy.MemberId;
import java.time.LocalDate;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Holds what is told of a car against its own numbers and against what it showed the last time. */
@Component
class VehicleCheck {

    private final Vehicles vehicles;

    VehicleCheck(Vehicles vehicles) {
        this.vehicles = vehicles;
    }

    void look(Vehicle vehicle, Wish wish, Findings findings) {
        lookAtYear(vehicle, wish.today(), findings);
        if (vehicle.vin() != null) {
            lookAtVin(new Vin(vehicle.vin()), vehicle.year(), findings);
        }
        if (vehicle.odometer() != null && vehicle.odometerUnit() == null) {
            findings.unfit("vehicle/odometer_unit", "unit");
        }
        vehicle.reading().ifPresent(odometer -> lookAtOdometer(odometer, vehicle, wish.customer(), findings));
    }

    /** Next year's models are sold in autumn. */
    private static void lookAtYear(Vehicle vehicle, LocalDate today, Findings findings) {
        if (vehicle.year() > today.getYear() + 1) {
            findings.unfit("vehicle/year", "year", String.valueOf(today.getYear() + 1));
        }
    }

    private static void lookAtVin(Vin vin, int year, Findings findings) {
        if (!vin.checks() && vin.isNorthAmerican()) {
            findings.unfit("vehicle/vin", "vin");
            return;
        }
        if (!vin.checks()) {
            findings.remark("vin", vin);
        }
        vin.modelYear()
                .filter(told -> Math.abs(told - year) > 1)
                .ifPresent(told -> findings.remark("model-year", told, year));
    }

    private void lookAtOdometer(Odometer odometer, Vehicle vehicle, MemberId customer, Findings findings) {
        vehicles.find(customer, Sighting.of(vehicle))
                .flatMap(vehicles::lastReading)
                .filter(last -> odometer.isBehind(last.odometer()))
                .ifPresent(last -> findings.unfit(
                        "vehicle/odometer",
                        "odometer",
                        last.odometer().text(LocaleContextHolder.getLocale()),
                        Findings.day(last.on())));
    }
}
