package com.gmservices.payments.reconciliation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.time.Instant;
import java.util.UUID;

/** Sorts by when the gateway has moved it. */
record MovementId(@JsonValue UUID value) {

    @JsonCreator
    MovementId {}

    static MovementId at(Instant moved) {
        return new MovementId(Ids.at(moved));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
