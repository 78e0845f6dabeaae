package com.gmservices.payments.reconciliation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

record DifferenceId(@JsonValue UUID value) {

    @JsonCreator
    DifferenceId {}

    static DifferenceId next() {
        return new DifferenceId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
