package com.gmservices.requests;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record OfferingId(@JsonValue UUID value) {

    @JsonCreator
    public OfferingId {}

    public static OfferingId next() {
        return new OfferingId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
