package com.gmservices.demo;

import com.gmservices.demo.Business.Car;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A car as a request tells it. */
final class Papers {

    private Papers() {}

    static ObjectNode seen(Car car) {
        return marks(car).put("colour", car.colour());
    }

    static ObjectNode of(Car car, @Nullable Integer odometer) {
        ObjectNode vehicle = marks(car)
                .put("year", car.year())
                .put("registered_in", car.registeredIn())
                .put("fuel", car.fuel());
        if (car.vin() != null) {
            vehicle.put("vin", car.vin());
        }
        return odometer == null ? vehicle : vehicle.put("odometer", odometer).put("odometer_unit", car.odometerUnit());
    }

    private static ObjectNode marks(Car car) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("make", car.make())
                .put("model", car.model())
                .put("plate", car.plate());
    }
}
