package com.gmservices.automotive;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work on a car, told as its driver notices it. Cause and correction are the garage's to find. */
record MaintenanceRepair(
        @NotNull(message = "{automotive.invalid.vehicle}") @Valid
        Vehicle vehicle,

        @NotBlank(message = "{automotive.invalid.concern}")
        @Size(max = 2000, message = "{automotive.invalid.long}")
        @Ask(lines = 5)
        String concern,

        @Nullable Since since,
        List<WarningLight> warningLights,

        @NotNull(message = "{automotive.invalid.drivable}") Drivable drivable,

        @NotNull(message = "{automotive.invalid.handover}") Handover handover,

        @Valid @Nullable Whereabouts whereabouts)
        implements GarageJob {

    enum Since {
        TODAY,
        THIS_WEEK,
        THIS_MONTH,
        LONGER
    }

    enum WarningLight {
        ENGINE,
        OIL,
        TEMPERATURE,
        BATTERY,
        BRAKES,
        ABS,
        AIRBAG,
        TYRE_PRESSURE,
        OTHER
    }

    enum Drivable {
        YES,
        WITH_CARE,
        NO
    }

    enum Handover {
        WAIT,
        DROP_OFF,
        PICK_UP
    }

    MaintenanceRepair {
        concern = Typed.words(concern);
        warningLights = Typed.list(warningLights);
    }

    /** Lights that mean "stop" to every maker. */
    boolean isUnsafeToDrive() {
        return drivable != Drivable.NO
                && warningLights.stream().anyMatch(light -> switch (light) {
                    case OIL, TEMPERATURE, BRAKES -> true;
                    case ENGINE, BATTERY, ABS, AIRBAG, TYRE_PRESSURE, OTHER -> false;
                });
    }
}
