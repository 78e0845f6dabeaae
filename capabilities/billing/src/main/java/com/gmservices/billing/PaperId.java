package com.gmservices.billing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record PaperId(@JsonValue UUID value) {

    @JsonCreator
    public PaperId {}

    static PaperId next() {
        return new PaperId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
