package com.gmservices.automotive;

/** Work for which a car comes into the garage, or the garage to the car. */
sealed interface GarageJob extends Job permits MaintenanceRepair, InspectionRegistration, PartsInstallation {

    Vehicle vehicle();
}
