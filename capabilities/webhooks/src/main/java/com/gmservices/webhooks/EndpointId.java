package com.gmservices.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

record EndpointId(@JsonValue UUID value) {

    @JsonCreator
    EndpointId {}

    static EndpointId next() {
        return new EndpointId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
