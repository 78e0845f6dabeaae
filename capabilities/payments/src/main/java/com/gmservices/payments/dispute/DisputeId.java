package com.gmservices.payments.dispute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record DisputeId(@JsonValue UUID value) {

    @JsonCreator
    public DisputeId {}

    static DisputeId next() {
        return new DisputeId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
