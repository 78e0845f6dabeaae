package com.gmservices.automotive;

import com.gmservices.database.Ids;
import java.util.UUID;

record VehicleId(UUID value) {

    static VehicleId next() {
        return new VehicleId(Ids.next());
    }
}
