package com.gmservices.automotive;

import org.jspecify.annotations.Nullable;

/** What one request tells of a customer's car; another one may have told more. */
record Sighting(
        @Nullable String vin,
        String plate,
        @Nullable String registeredIn,
        String make,
        @Nullable String model,
        @Nullable Integer year,
        @Nullable Fuel fuel,
        @Nullable String colour) {

    static Sighting of(Vehicle vehicle) {
        return new Sighting(
                vehicle.vin(),
                vehicle.plate(),
                vehicle.registeredIn(),
                vehicle.make(),
                vehicle.model(),
                vehicle.year(),
                vehicle.fuel(),
                null);
    }

    static Sighting of(RoadsideAssistance.Car car) {
        return new Sighting(null, car.plate(), null, car.make(), car.model(), null, null, car.colour());
    }
}
