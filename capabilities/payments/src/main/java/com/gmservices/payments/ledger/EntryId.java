package com.gmservices.payments.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record EntryId(@JsonValue UUID value) {

    @JsonCreator
    public EntryId {}

    static EntryId next() {
        return new EntryId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
